/// The words around what serverless pools were held against.
extension PageText {
  static let serverless = """
    ### Serverless pools

    The rules of SimFaaS (newest idle instance, cold start, expiry, limit) with exponential times. \
    The first two cases are another exact simulation of the same rules, good to 0.000005 and \
    0.01, 0.00005 and 0.004 (five of its standard errors); the third is Erlang's loss.
    """

  static func lambda(_ section: LambdaSection) -> String {
    """
    ## Serverless pools against AWS Lambda

    Measurements of a function on AWS Lambda under Poisson requests, idle instances kept for ten \
    minutes (examples/exp.csv of pacslab/simfaas), against a serverless pool with \
    `service: {exponential: \(LambdaSection.warm)s}` and \
    `cold_service: {exponential: \(LambdaSection.cold)s}`, \(Int(LambdaSection.requests)) requests \
    each. Mean absolute error: \(Figure.percent(section.errors.coldShare)) of the cold share and \
    \(Figure.percent(section.errors.instances)) of the instances; SimFaaS itself has \
    \(Figure.percent(LambdaSection.reference.coldShare)) and \
    \(Figure.percent(LambdaSection.reference.instances)) on the same rows. What is left is the \
    measurements' own error, and what Lambda does beside the model.
    """
  }
}
