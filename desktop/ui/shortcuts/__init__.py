"""Giving commands other keys."""
