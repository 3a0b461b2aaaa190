"""The figures of the README, each as a ratio to something measured in the same run."""
