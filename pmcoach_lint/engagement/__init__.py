"""What the documents of a client engagement add up to: figures that rules check and pages show."""
