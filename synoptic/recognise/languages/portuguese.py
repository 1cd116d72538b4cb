"""What captured pages say in Portuguese."""

from synoptic.recognise.languages.tables import PageWords

PORTUGUESE = PageWords(
    information=r"\bdados\b|informações|cookies",
    done=r"colet|recolh|utiliz|\busa|\btrat|conserv|armazen|compartilh|partilh|vend|elimin|proteg",
    speaker=r"\b(?:nós|noss\w+)\b",
    robot_check="não (?:é|sou) um robô",
    refused="acesso negado",
    error="erro interno",
    not_found="página não (?:encontrada|existe)",
    parked="domínio (?:está )?à venda",
    chooser="(?:selecione|escolha) (?:o )?(?:seu )?(?:país|idioma)",
    closed="em manutenção",
    login=r"^(?:iniciar sessão|entrar)\b",
    policy="privacidade",
    legal="termos|condições|dados pessoais",
    terms=r"termos (?:e|de)\b|condições (?:gerais|de uso)",
    data="dados",
)
