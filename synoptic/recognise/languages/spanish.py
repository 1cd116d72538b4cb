"""What captured pages say in Spanish."""

from synoptic.recognise.languages.tables import PageWords

SPANISH = PageWords(
    information=r"\bdatos\b|información|cookies",
    done=r"recog|recopil|utiliz|\busa|\btrat|conserv|ced(?:e|er|en|ido)|compart|vend|almacen|proteg|suprim",
    speaker=r"\b(?:nosotros|nuestr\w+)\b",
    robot_check=r"""
no (?:eres|es|soy) un robot
verifi\S+ que (?:eres|es) (?:un )?human
""",
    refused="acceso (?:denegado|prohibido)",
    error="error interno",
    not_found="página no (?:encontrada|existe)",
    moved="(?:será|serás) redirigid",
    parked="dominio (?:está )?(?:en|a la) venta",
    chooser="(?:elija|seleccione|elige) su (?:país|región|idioma)",
    closed="en (?:construcción|mantenimiento)",
    login=r"^(?:iniciar sesión|acceder|inicie sesión)\b",
    scripts=r"""
javascript\b.{0,40}\bdesactivad
(?:active|habilite)\b.{0,40}\bjavascript
""",
    gate="aceptar todo",
    policy="privacidad",
    legal="privacidad|aviso|términos|condiciones|política|datos",
    menu="""
^(?:inicio|productos|sobre nosotros|empleo|contacto|carrito|mi cuenta|iniciar sesión|buscar)$
""",
    terms=r"términos (?:y|de|del)\b|condiciones (?:generales|de uso|de servicio)",
    data="datos",
)
