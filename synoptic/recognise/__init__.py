"""What lies in corpus/ beside captures of pages.

In: the name of a file and its decoded text. Out: the rule that speaks against it, or None.
Promise: every rule has a name and a reason; none knows a site; a text that says how
personal information is handled is taken for a policy.
"""

from synoptic.recognise.files import SAVED, in_saved_page, no_capture

__all__ = ["SAVED", "in_saved_page", "no_capture"]
