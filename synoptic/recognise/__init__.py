"""What lies in corpus/ beside policies: files that are no captures, captures of other pages.

In: a decoded file, and for pages its clean text. Out: the rule that speaks against it, or
None. Promise: every rule has a name and a reason and is explained on a page of the site;
none knows a site; a text that says how personal information is handled is a policy.
"""

from synoptic.recognise.files import SAVED, in_saved_page, no_capture
from synoptic.recognise.pages import no_policy

__all__ = ["SAVED", "in_saved_page", "no_capture", "no_policy"]
