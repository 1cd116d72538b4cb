"""What captured pages say in French."""

from synoptic.recognise.languages.tables import PageWords

FRENCH = PageWords(
    information="données|informations|renseignements|cookies",
    done="collect|recueill|conserv|trait|transm|utilis|partag|communiqu|cédé|vend|supprim|protég",
    speaker=r"\b(?:nous|notre|nos)\b",
    robot_check=r"""
vérifi\S+ que vous êtes (?:bien )?(?:un )?humain
vérification de sécurité
""",
    refused="accès (?:refusé|interdit)",
    error="erreur interne",
    not_found="page (?:introuvable|non trouvée)",
    moved="""
redirection en cours
(?:vous allez|vous serez) (?:être )?redirigé
""",
    parked="(?:nom de )?domaine (?:est )?(?:à vendre|en vente)",
    chooser="choisissez votre (?:pays|région|langue)",
    closed="en (?:cours de )?maintenance",
    login=r"^(?:connexion|se connecter|identifiez-vous)\b",
    scripts=r"""
javascript\b.{0,40}\brequis
activez\b.{0,40}\bjavascript
""",
    gate="tout (?:accepter|refuser)",
    policy="confidentialité|vie privée",
    legal="confidentialité|vie privée|mentions légales|données|politique",
    menu="""
^(?:accueil|produits|à propos|carrières|panier|mon compte|se connecter|rechercher|presse)$
""",
    terms=r"conditions (?:générales|d['’]utilisation|d['’]usage|de vente)|\bcg[uv]\b",
    data="donn[ée]es|vie privée|confidentialité",
)
