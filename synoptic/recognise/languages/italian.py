"""What captured pages say in Italian."""

from synoptic.recognise.languages.tables import PageWords

ITALIAN = PageWords(
    information=r"\bdati\b|informazioni|cookie",
    done=r"raccogl|raccolt|utilizz|\btratta|conserv|comunic|condivi|cedut|vend|cancell|protegg",
    speaker=r"\b(?:noi|nostr\w)\b",
    robot_check="non (?:sei|sono) un robot",
    refused="accesso negato",
    error="errore interno",
    not_found="pagina non trovata",
    moved="sarai reindirizzat",
    parked="dominio (?:è )?in vendita",
    chooser="scegli (?:il tuo paese|la lingua)",
    closed="in manutenzione",
    login=r"^(?:accedi|entra)\b",
    scripts=r"abilita\b.{0,40}\bjavascript",
    gate="accetta tutt[oi]",
    legal="informativa|termini|condizioni|dati personali",
    terms="termini (?:e|di|d['’])|condizioni (?:generali|d['’]uso|di)",
    data=r"\bdati\b|riservatezza",
)
