// Browser tests mostly wait; on two cores two rows of them would leave the rest of the tests without a thread.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]
