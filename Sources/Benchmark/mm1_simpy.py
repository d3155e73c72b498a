"""M/M/1 at a load of 0.9 in SimPy, a process for each customer, as its documentation teaches.

Prints the customers served and the seconds of processor time that they took.
"""
import random
import sys
import time

import simpy

customers = int(sys.argv[1])
random.seed(1)
waited = 0.0


def customer(env, server):
    global waited
    arrived = env.now
    with server.request() as request:
        yield request
        yield env.timeout(random.expovariate(10.0))
    waited += env.now - arrived


def source(env, server):
    for _ in range(customers):
        yield env.timeout(random.expovariate(9.0))
        env.process(customer(env, server))


env = simpy.Environment()
env.process(source(env, simpy.Resource(env, capacity=1)))
start = time.process_time()
env.run()
print(customers, time.process_time() - start, waited / customers)
