"""What captured pages say in Swedish."""

from synoptic.recognise.languages.tables import PageWords

SWEDISH = PageWords(
    not_found="sidan (?:kunde inte hittas|hittades inte)",
)
