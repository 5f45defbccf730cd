"""Taking back what a user did: what the session held before each step, kept cheaply and within bounds."""
