"""Speed and memory, measured as ratios to a limit that is measured in the same run (python -m tests.benchmarks)."""
