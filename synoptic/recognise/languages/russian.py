"""What captured pages say in Russian."""

from synoptic.recognise.languages.tables import PageWords

RUSSIAN = PageWords(
    information="данн|информаци|cookie",
    done="собира|использ|храни|обраб|переда|удал|защи",
    speaker=r"\b(?:мы|нас|наш\w*)\b",
    robot_check="не робот",
    refused="доступ запрещ",
    not_found="страница не найдена",
    parked="домен продается",
    closed=r"на реконструкции|техническ\S+ работ",
    login=r"^(?:войти|вход)\b",
    policy="конфиденциальн",
    legal="конфиденциальн|персональн|услови|правил",
    terms="пользовательское соглашение|условия (?:использования|обслуживания)",
    data="персональн|конфиденц",
)
