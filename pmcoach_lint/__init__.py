"""Product-management coaching as docs-as-code: coaching documents read, checked, begun and published."""
