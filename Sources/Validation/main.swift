import Foundation

let page = try await ValidationPage.make()
FileHandle.standardOutput.write(Data(page.text.utf8))
for fault in page.faults { FileHandle.standardError.write(Data("error: \(fault)\n".utf8)) }
if !page.faults.isEmpty { exit(1) }
