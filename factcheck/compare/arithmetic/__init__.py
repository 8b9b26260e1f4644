"""Arithmetic and calendar inside one article: what the rules FC4xx read, and how they run."""
