"""The published site: pages as pure functions of documents, and a thin plugin that hands them to MkDocs."""
