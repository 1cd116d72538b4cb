"""What captured pages say in Danish."""

from synoptic.recognise.languages.tables import PageWords

DANISH = PageWords(
    not_found="siden (?:blev )?ikke fundet",
)
