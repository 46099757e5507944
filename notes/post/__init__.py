"""The post: addresses, countries and postal codes."""
