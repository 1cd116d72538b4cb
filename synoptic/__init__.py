"""Synoptic: a scholarly edition of archived privacy policies."""
