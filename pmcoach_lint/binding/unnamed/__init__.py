"""What is told without a name, or in another place than its own: tables by their columns, free text, remarks."""
