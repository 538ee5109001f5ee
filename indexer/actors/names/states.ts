/**
 * States of the last three centuries by their English names: the canonical one, then others. A name
 * that more often means something else (Georgia, Luxembourg Palace) is left to the authority file.
 */
export const STATES: readonly string[] = `
United States|United States of America|U.S.|US|U.S.A.|USA|America
United Kingdom|Great Britain|Britain|UK|U.K.
England
Scotland
Ireland|Irish Free State
France|Vichy France
Germany|Federal Republic of Germany|FRG|Nazi Germany|Imperial Germany|Weimar Republic|Third Reich
West Germany
East Germany|German Democratic Republic|GDR
Prussia
Bavaria
Austria
Austria-Hungary|Austro-Hungarian Empire|Austrian Empire
Hungary
Poland
Czechoslovakia
Czech Republic|Czechia
Slovakia
Italy|Kingdom of Italy|Fascist Italy
Spain
Portugal
Netherlands|Holland|Dutch Republic
Belgium
Denmark
Sweden
Norway
Finland
Iceland
Switzerland
Greece
Turkey|Republic of Turkey
Ottoman Empire
Bulgaria
Romania|Rumania
Albania
Yugoslavia|Federal Republic of Yugoslavia|FRY|Kingdom of Yugoslavia
Serbia
Croatia
Slovenia
Bosnia and Herzegovina|Bosnia|Bosnia-Herzegovina
Macedonia|North Macedonia
Montenegro
Malta
Cyprus
Monaco
Vatican|Holy See
Soviet Union|Union of Soviet Socialist Republics|USSR|U.S.S.R.|Soviet Russia
Russia|Russian Federation|Russian Empire|Imperial Russia
Ukraine
Belarus|Byelorussia
Moldova
Estonia
Latvia
Lithuania
Armenia
Azerbaijan
Kazakhstan
Kyrgyzstan
Tajikistan
Turkmenistan
Uzbekistan
Mongolia
China|People's Republic of China|PRC|Communist China
Taiwan|Republic of China|Nationalist China
Japan|Imperial Japan|Empire of Japan
Korea
North Korea|Democratic People's Republic of Korea|DPRK
South Korea|Republic of Korea
Vietnam|Viet Nam|Socialist Republic of Vietnam
North Vietnam|Democratic Republic of Vietnam
South Vietnam|Republic of Vietnam
Laos
Cambodia|Kampuchea
Thailand
Siam
Burma|Myanmar
Malaysia
Malaya
Singapore
Indonesia|Dutch East Indies
Philippines
Brunei
East Timor|Timor-Leste
Papua New Guinea
Australia
New Zealand
Fiji
Samoa
Tonga
India|Republic of India|British India
Pakistan
Bangladesh
Sri Lanka
Ceylon
Nepal
Bhutan
Maldives
Afghanistan
Iran|Islamic Republic of Iran
Persia
Iraq
Syria
Lebanon
Israel|State of Israel
Palestine
Jordan|Transjordan|Hashemite Kingdom of Jordan
Saudi Arabia
Yemen
North Yemen
South Yemen
Oman
Kuwait
Bahrain
Qatar
United Arab Emirates|UAE
Egypt
United Arab Republic
Libya
Tunisia
Algeria
Morocco
Tripoli
Sudan
South Sudan
Ethiopia|Abyssinia
Eritrea
Somalia
Djibouti
Kenya
Uganda
Tanzania
Tanganyika
Zanzibar
Rwanda
Burundi
Congo|Democratic Republic of the Congo|Republic of the Congo|Belgian Congo|DRC
Zaire
Angola
Mozambique
Zambia
Zimbabwe
Rhodesia|Southern Rhodesia
Botswana
Namibia
South Africa|Union of South Africa
Lesotho
Swaziland
Madagascar
Mauritius
Malawi
Nigeria
Niger
Ghana
Togo
Benin
Dahomey
Ivory Coast|Côte d'Ivoire
Liberia
Sierra Leone
Guinea
Guinea-Bissau
Senegal
Gambia
Mali
Mauritania
Burkina Faso|Upper Volta
Chad
Cameroon
Gabon
Central African Republic
Equatorial Guinea
Cape Verde
Canada
Mexico
Guatemala
Belize|British Honduras
Honduras
El Salvador
Nicaragua
Costa Rica
Panama
Cuba
Haiti
Dominican Republic
Jamaica
Bahamas
Barbados
Grenada
Trinidad and Tobago
Guyana
Suriname
Venezuela
Colombia
Gran Colombia
Ecuador
Peru
Bolivia
Chile
Argentina
Paraguay
Uruguay
Brazil
Confederacy|Confederate States of America|Confederate States
`
  .trim()
  .split('\n')

/** International organizations, and bodies that texts mostly name without saying of which state. */
export const ORGANIZATIONS: readonly string[] = `
United Nations|UN|U.N.
UN Security Council|United Nations Security Council|U.N. Security Council|Security Council
UN General Assembly|United Nations General Assembly|U.N. General Assembly
UNESCO|United Nations Educational, Scientific, and Cultural Organization|United Nations Educational, Scientific and Cultural Organization
UNICEF|United Nations Children's Fund
NATO|North Atlantic Treaty Organization|Atlantic Alliance
SEATO|Southeast Asia Treaty Organization
OSCE|Organization for Security and Cooperation in Europe|Organization for Security and Co-operation in Europe
CSCE|Conference on Security and Cooperation in Europe
OPEC|Organization of Petroleum Exporting Countries|Organization of the Petroleum Exporting Countries
OAS|Organization of American States
OAU|Organization of African Unity
ASEAN|Association of Southeast Asian Nations
European Union|EU
European Community
European Economic Community|EEC
European Commission
European Parliament
Council of Europe
Warsaw Pact|Warsaw Treaty Organization
World Bank|International Bank for Reconstruction and Development
International Monetary Fund|IMF
World Trade Organization|WTO
World Health Organization
International Court of Justice
League of Nations
Red Cross|International Committee of the Red Cross|International Red Cross
Amnesty International
Greenpeace
Human Rights Watch
Doctors Without Borders|Médecins Sans Frontières
Arab League|League of Arab States
African Union
Comintern|Communist International
Congress|U.S. Congress|United States Congress|US Congress
Senate|U.S. Senate|United States Senate|US Senate
House of Representatives|U.S. House of Representatives
Supreme Court|U.S. Supreme Court|United States Supreme Court
White House
Pentagon
State Department|Department of State|U.S. Department of State|U.S. State Department
CIA|Central Intelligence Agency
FBI|Federal Bureau of Investigation
National Security Council
Continental Congress|Second Continental Congress|First Continental Congress
Parliament|British Parliament|U.K. Parliament|UK Parliament
House of Commons
Foreign Office|Foreign and Commonwealth Office
House of Lords
House of Burgesses
House of Delegates
Chamber of Deputies
Knesset
Bundestag
Reichstag
Duma|State Duma
Politburo
Kremlin
KGB
U.S. Army|United States Army|US Army
U.S. Navy|United States Navy|US Navy
U.S. Air Force|United States Air Force|US Air Force
U.S. Marine Corps|United States Marine Corps|US Marine Corps|U.S. Marines|United States Marines|US Marines
Joint Chiefs of Staff|U.S. Joint Chiefs of Staff
Red Army
Royal Navy
Wehrmacht
Gestapo
Taliban
Hamas
Hezbollah
al Qaeda|al-Qaeda|al-Qaida|al Qaida
Viet Cong
Viet Minh
Khmer Rouge
Kuomintang|Guomindang
Solidarity
Fatah
Mossad
`
  .trim()
  .split('\n')
