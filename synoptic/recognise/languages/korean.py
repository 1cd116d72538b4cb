"""What captured pages say in Korean."""

from synoptic.recognise.languages.tables import PageWords

KOREAN = PageWords(
    information="개인정보|정보|쿠키",
    done="수집|이용|제공|보관|처리|공유|삭제",
    speaker="우리|당사",
    not_found="페이지를 찾을 수 없",
    legal="개인정보|약관",
    terms="이용약관",
    data="개인정보",
)
