"""Countries: from the names and codes that people write to ISO 3166, and back to the line on an envelope."""

from collections.abc import Mapping
from functools import cache

from notes.reading.texts import squashed

# ISO code: the English name as the country line has it, then other names in use.
_NAMES = """
AD Andorra|AE United Arab Emirates,UAE,Emirates|AF Afghanistan|AG Antigua and Barbuda|AI Anguilla|AL Albania,Shqipëria|AM Armenia
AO Angola|AQ Antarctica|AR Argentina,ARG|AS American Samoa|AT Austria,AUT,Österreich,Autriche|AU Australia,AUS|AW Aruba|AX Åland Islands,Åland
AZ Azerbaijan|BA Bosnia and Herzegovina,Bosnia,BIH|BB Barbados|BD Bangladesh|BE Belgium,BEL,België,Belgique,Belgien|BF Burkina Faso
BG Bulgaria,BGR|BH Bahrain|BI Burundi|BJ Benin|BL Saint Barthélemy|BM Bermuda|BN Brunei|BO Bolivia|BQ Caribbean Netherlands
BR Brazil,BRA,Brasil,Brésil,Brasilien|BS Bahamas,The Bahamas|BT Bhutan|BW Botswana|BY Belarus|BZ Belize|CA Canada,CAN,Kanada
CC Cocos Islands|CD Democratic Republic of the Congo|CF Central African Republic|CG Republic of the Congo,Congo
CH Switzerland,CHE,Schweiz,Suisse,Svizzera,Suiza,Die Schweiz|CI Côte d’Ivoire,Ivory Coast|CK Cook Islands|CL Chile,CHL|CM Cameroon
CN China,CHN,PRC,People's Republic of China|CO Colombia,COL|CR Costa Rica|CU Cuba|CV Cape Verde|CW Curaçao|CX Christmas Island|CY Cyprus,CYP
CZ Czech Republic,CZE,Czechia,Česko,Česká republika,Tschechien|DE Germany,DEU,Deutschland,Allemagne,Alemania,Germania,Duitsland,GER,BRD
DJ Djibouti|DK Denmark,DNK,Danmark,Dänemark|DM Dominica|DO Dominican Republic|DZ Algeria|EC Ecuador|EE Estonia,EST,Eesti|EG Egypt
EH Western Sahara|ER Eritrea|ES Spain,ESP,España,Espagne,Spanien,Spagna|ET Ethiopia|FI Finland,FIN,Suomi,Finnland|FJ Fiji
FK Falkland Islands|FM Micronesia|FO Faroe Islands,Føroyar|FR France,FRA,Frankreich,Francia,La France|GA Gabon
GB United Kingdom,GBR,UK,U.K.,Great Britain,Britain,England,Scotland,Wales,Northern Ireland,Vereinigtes Königreich,Großbritannien,Royaume-Uni,Reino Unido
GD Grenada|GE Georgia|GF French Guiana|GG Guernsey|GH Ghana|GI Gibraltar|GL Greenland|GM Gambia|GN Guinea|GP Guadeloupe
GQ Equatorial Guinea|GR Greece,GRC,Ελλάδα,Hellas,Griechenland|GS South Georgia|GT Guatemala|GU Guam|GW Guinea-Bissau|GY Guyana
HK Hong Kong,HKG|HN Honduras|HR Croatia,HRV,Hrvatska,Kroatien|HT Haiti|HU Hungary,HUN,Magyarország,Ungarn|ID Indonesia,IDN
IE Ireland,IRL,Éire,Republic of Ireland,Eire,Irland|IL Israel,ISR|IM Isle of Man|IN India,IND|IO British Indian Ocean Territory|IQ Iraq|IR Iran
IS Iceland,ISL,Ísland|IT Italy,ITA,Italia,Italien,Italie|JE Jersey|JM Jamaica|JO Jordan|JP Japan,JPN,日本|KE Kenya|KG Kyrgyzstan
KH Cambodia|KI Kiribati|KM Comoros|KN Saint Kitts and Nevis|KP North Korea|KR South Korea,KOR,Korea,Republic of Korea,대한민국|KW Kuwait
KY Cayman Islands|KZ Kazakhstan|LA Laos|LB Lebanon|LC Saint Lucia|LI Liechtenstein,LIE|LK Sri Lanka|LR Liberia|LS Lesotho
LT Lithuania,LTU,Lietuva|LU Luxembourg,LUX,Luxemburg|LV Latvia,LVA,Latvija|LY Libya|MA Morocco|MC Monaco|MD Moldova|ME Montenegro
MF Saint Martin|MG Madagascar|MH Marshall Islands|MK North Macedonia,Macedonia|ML Mali|MM Myanmar,Burma|MN Mongolia|MO Macao,Macau
MP Northern Mariana Islands|MQ Martinique|MR Mauritania|MS Montserrat|MT Malta,MLT|MU Mauritius|MV Maldives|MW Malawi
MX Mexico,MEX,México|MY Malaysia,MYS|MZ Mozambique|NA Namibia|NC New Caledonia|NE Niger|NF Norfolk Island|NG Nigeria|NI Nicaragua
NL Netherlands,NLD,The Netherlands,Nederland,Holland,Niederlande,Pays-Bas|NO Norway,NOR,Norge,Norwegen|NP Nepal|NR Nauru|NU Niue
NZ New Zealand,NZL,Aotearoa|OM Oman|PA Panama|PE Peru,PER,Perú|PF French Polynesia|PG Papua New Guinea|PH Philippines,PHL|PK Pakistan
PL Poland,POL,Polska,Polen|PM Saint Pierre and Miquelon|PN Pitcairn|PR Puerto Rico|PS Palestine|PT Portugal,PRT|PW Palau|PY Paraguay
QA Qatar|RE Réunion|RO Romania,ROU,România,Rumänien|RS Serbia,SRB,Srbija|RU Russia,RUS,Russian Federation,Россия|RW Rwanda
SA Saudi Arabia|SB Solomon Islands|SC Seychelles|SD Sudan|SE Sweden,SWE,Sverige,Schweden|SG Singapore,SGP|SH Saint Helena
SI Slovenia,SVN,Slovenija|SJ Svalbard|SK Slovakia,SVK,Slovensko,Slowakei|SL Sierra Leone|SM San Marino|SN Senegal|SO Somalia|SR Suriname
SS South Sudan|ST Sao Tome and Principe|SV El Salvador|SX Sint Maarten|SY Syria|SZ Eswatini,Swaziland|TC Turks and Caicos Islands|TD Chad
TG Togo|TH Thailand,THA|TJ Tajikistan|TK Tokelau|TL Timor-Leste|TM Turkmenistan|TN Tunisia|TO Tonga|TR Turkey,TUR,Türkiye
TT Trinidad and Tobago|TV Tuvalu|TW Taiwan,TWN|TZ Tanzania|UA Ukraine,UKR,Україна|UG Uganda
US United States,USA,U.S.A.,U.S.,United States of America,America,Vereinigte Staaten,États-Unis,Estados Unidos,The United States|UY Uruguay,URY
UZ Uzbekistan|VA Vatican City|VC Saint Vincent and the Grenadines|VE Venezuela|VG British Virgin Islands|VI U.S. Virgin Islands
VN Vietnam,VNM,Viet Nam|VU Vanuatu|WF Wallis and Futuna|WS Samoa|XK Kosovo|YE Yemen|YT Mayotte|ZA South Africa,ZAF,RSA|ZM Zambia|ZW Zimbabwe
"""


@cache
def _by_code() -> Mapping[str, list[str]]:
    entries = [entry for line in _NAMES.strip().splitlines() for entry in line.split("|")]
    return {entry[:2]: entry[3:].split(",") for entry in entries}


@cache
def _by_name() -> Mapping[str, str]:
    names = {squashed(name): code for code, names in _by_code().items() for name in names}
    return names | {code.casefold(): code for code in _by_code()}


@cache
def country_code(text: str) -> str:
    """The ISO code of a country, or the text as it is where none is known.

    >>> country_code("USA"), country_code("Česko"), country_code("Ruritania")
    ('US', 'CZ', 'Ruritania')
    """
    return _by_name().get(squashed(text), text) if text else ""


def is_country(text: str) -> bool:
    """Whether a text is the name or three letters of a country: CA and DE are more often a state."""
    return len(squashed(text)) > 2 and squashed(text) in _by_name()


def country_line(country: str) -> str:
    """The last line of an address abroad, in capitals.

    >>> country_line("FR"), country_line("Ruritania")
    ('FRANCE', 'RURITANIA')
    """
    return (_by_code()[country][0] if country in _by_code() else country).upper()


def is_code(country: str) -> bool:
    return country in _by_code()
