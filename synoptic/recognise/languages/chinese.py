"""What captured pages say in Chinese."""

from synoptic.recognise.languages.tables import PageWords

CHINESE = PageWords(
    information="个人信息|個人資料|信息|数据|資料|cookie",
    done="收集|使用|共享|披露|存储|保存|处理|提供|删除|處理|儲存",
    speaker="我们|我們",
    robot_check="人机验证|验证您是真人|安全验证",
    refused="访问被拒绝|禁止访问",
    not_found="页面(?:不存在|未找到)",
    parked="域名出售",
    chooser="选择(?:您的)?(?:国家|地区|语言)",
    closed="网站维护|系统维护",
    login="^(?:登录|登錄)",
    scripts="javascript.{0,12}(?:启用|启動)",
    policy="隐私",
    legal="隐私|隱私|条款|條款|政策|声明",
    terms="服务条款|服務條款|使用条款|用户协议",
    data="隐私|隱私",
)
