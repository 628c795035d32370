"""The draft of a coaching pack out of an intake and the libraries: the same answers give the same pack."""
