"""Finished pages: a module for each kind, one template each.

In: the versions of one policy; the rows that all policies have in tables; figures of the
archive. Out: views, which `environment` renders. No decision about content is taken in a
template, none about looks here.
"""
