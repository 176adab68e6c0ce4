"""Who is credited: sentences of each kind, credited to whom it should be, or rightly left open."""

from __future__ import annotations

import pytest

from alliance_archive.draft.readers.article import read_article

# text: for each statement its speakers, via whom, and the quoted words
CREDITED = {
    # A paragraph that opens with a quotation and names another is not the last speaker's.
    '“Nobody is leaving,” Minister Jan Wolan said. “The talks go on.”\n\n“They want us to sign.” Minister Ida Orlova shook her head.': [(['Jan Wolan'], [], ['Nobody is leaving', 'The talks go on.']), ([], [], ['They want us to sign.'])],
    '“Nobody is leaving,” Minister Jan Wolan said.\n\n“They want us to sign.” That was Minister Ida Orlova.': [(['Jan Wolan'], [], ['Nobody is leaving']), (['Ida Orlova'], [], ['They want us to sign.'])],
    'April Campbell, the British defense secretary, said “the ships will sail.” Campbell added that it was late.': [(['April Campbell'], [], ['the ships will sail.']), (['April Campbell'], [], [])],
    'President Yusuf Karim wants an “agreement” before the summer, his spokesman, Faris Naji, said.': [(['Yusuf Karim'], ['Faris Naji'], ['agreement'])],
    # Neither memoirs “to be published” nor titles are what somebody says; who signs may give no name.
    'In her memoirs, to be published in May, the former chancellor Grete Holz recalls the prime minister, Luc Bast, telling her: ‘If you sign, I will sign.’': [(['Luc Bast'], ['Grete Holz'], ['If you sign, I will sign.'])],
    '“At night we count the planes, and in the morning the children.”\n— a teacher in the camp at Um Sidra, who did not want to be named': [([], [], ['At night we count the planes, and in the morning the children.'])],
    'Tarrant & Lowe will publish “He Said, They Said”, the second novel by the former ambassador Marek Hron, in May.': [],
    'Labor’s reaction? “Too little, too late.” That was Bronwen Price, its finance spokeswoman, on the steps of the chamber.': [(['Bronwen Price'], [], ['Too little, too late.'])],
    'Minister Rosa Quill wrote that Admiral Per Dahl “warned that the port is closed.”': [(['Per Dahl'], ['Rosa Quill'], ['warned that the port is closed'])],
    'Prime Minister Barasa Waf believes that the court overstepped its powers and will appeal, his spokeswoman, Halima Oding, told reporters.': [(['Barasa Waf'], ['Halima Oding'], [])],
    'Norway and Poland signed it. The two women praised “the crews.”': [([], [], ['the crews'])],
    'Norway and Poland signed it. Both praised “the crews.”': [(['Norway', 'Poland'], [], ['the crews'])],
    'Bolivia’s defense minister was quoted on Monday as saying that a drill would “begin when it begins.”\n\n“There is only mud,” Rosa Quill was quoted as saying by an army newspaper, Kalkan.': [(['Rosa Quill'], [], ['begin when it begins']), (['Rosa Quill'], [], ['There is only mud'])],
    'Minister Titus Okon said the 6\'4" sprinter, known to fans as "Express", had been cleared. "He will run," Okon said.': [(['Titus Okon'], [], ['Express']), (['Titus Okon'], [], ['He will run'])],
    'Envoy Ilse Brand declined to comment on remarks by Chancellor Werner Tief, who is reported to have told leaders that it was “finished.”': [(['Ilse Brand'], [], []), (['Werner Tief'], [], ['finished'])],
    # “She” is open between her and a counterpart who may be a woman, too.
    'Czech Minister Jana Horka and her Slovak counterpart, Toni Horak, who are not related, announced that it rained. Horak promised that they would be paid.\n\n“In June I told them no,” she said.': [(['Jana Horka', 'Toni Horak'], [], []), (['Toni Horak'], [], []), ([], [], ['In June I told them no'])],
    # Whoever the next sentence opens with holds the office, not who speaks after that.
    'The Dutch defense minister apologized for signing it, but said he would sign it again.\n\nJoost van der Laan came under fire. “It is a letter box,” said Marijke de Wolf, who leads the Alliance.': [(['Joost van der Laan'], [], []), (['Joost van der Laan'], [], []), (['Marijke de Wolf'], [], ['It is a letter box'])],
    'Shukhrat Tosh, an adviser to the Uzbek president and the minister’s brother, called it “a story.” Asked for whom he spoke, he replied: “The weather.”': [(['Shukhrat Tosh'], [], ['a story']), (['Shukhrat Tosh'], [], ['The weather.'])],
    # A month or a number may be a family name, and so may what is a particle elsewhere.
    'Jamaica’s foreign minister, April Campbell, blamed the weather. Campbell said he was late.': [(['April Campbell'], [], []), (['April Campbell'], [], [])],
    'Ten ships will take part, according to Artur Ten, a spokesman for the navy. Ten denied it was late.': [(['Artur Ten'], [], []), (['Artur Ten'], [], [])],
    'Ships will take part, said Rahul Das, a spokesman for the navy. Das denied it was late.': [(['Rahul Das'], [], []), (['Rahul Das'], [], [])],
    # What is said of somebody inside a quotation belongs to whoever is quoted.
    'Opposition leader Akmal Yusup wrote that the president “says no on Monday and asks for its price on Tuesday.”': [(['Akmal Yusup'], [], ['says no on Monday and asks for its price on Tuesday'])],
    'General Yaw Boateng added that Kouamé had told him in private he would accept it. President Aristide Kouamé left.': [(['Aristide Kouamé'], ['Yaw Boateng'], [])],
    'Kofi Owusu put the cost at 90 million. The rest, Minister Kofi Owusu hoped, would come from Brussels.': [(['Kofi Owusu'], [], []), (['Kofi Owusu'], [], [])],
    'Clodagh Riain, an opposition deputy, spoke next. Riain called that a “disgrace.”': [(['Clodagh Riain'], [], ['disgrace'])],
    # A signature in brackets within a sentence; what a crowd cries; words in a margin that nobody signs.
    '“We close the file with a heavy heart” (Justice Minister Hanne Brekke, letter to the families, 2 November).': [(['Hanne Brekke'], [], ['We close the file with a heavy heart'])],
    'The letters say it all: “We never asked for a base” (Mayor Olga Renn) and “a ship is a ship” (Colonel Per Dahl, memo, 3 May).': [(['Olga Renn'], [], ['We never asked for a base']), (['Per Dahl'], [], ['a ship is a ship'])],
    'Touring the flooded bay, where she was met with shouts of “Go home!” at every stop, Minister Rosa Quill promised every family a roof.': [(['Rosa Quill'], [], [])],
    'Then, in pencil, in the margin of the draft’s last page: “Not while I live.” Whose hand it was has never been settled.': [([], [], ['Not while I live.'])],
    # A clause after “as” has a subject of its own.
    'Foreign Minister Teuku Hary left the hall as the delegate began to speak, telling a reporter that he had “a plane to catch.”': [(['Teuku Hary'], [], ['a plane to catch'])],
    'Negotiator Brahim uld Lahsen called the plan “premature.” Wiremu te Rangi, for his part, called it “late.”': [(['Brahim uld Lahsen'], [], ['premature']), (['Wiremu te Rangi'], [], ['late'])],
    # Who else is there in a relative clause between commas did not blame the weather.
    'Envoy Jan Wolan praised the crew of the Elver, who had slept, and called the weather “foul.”': [(['Jan Wolan'], [], []), (['Jan Wolan'], [], ['foul'])],
    'Minister Rosa Quill said her predecessor, Per Dahl, used to tell the cabinet: “Count the coal.”': [(['Per Dahl'], ['Rosa Quill'], ['Count the coal.'])],
    'Governor Rosa Quill’s answer to the strikers: “Go home.” The strikers’ answer to Quill: “We are home.”': [(['Rosa Quill'], [], ['Go home.']), ([], [], ['We are home.'])],
    'Envoy Tom Okello left. Minister Rosa Quill said late on Friday Okello had told her that it was shut.': [(['Tom Okello'], ['Rosa Quill'], [])],
    'Now that Gora has agreed, Minister Rosa Quill said, “we sail.”': [(['Rosa Quill'], [], ['we sail.'])],
    'Provided that Gora agrees, Minister Rosa Quill said, “we sign.”': [(['Rosa Quill'], [], ['we sign.'])],
    'Trade envoy April Banks said on Tuesday the tariffs would stay. “No,” Banks said.': [(['April Banks'], [], []), (['April Banks'], [], ['No'])],
    'Elin í Horni, a fisher, said it was late. “Nobody asked,” she said.': [(['Elin í Horni'], [], []), (['Elin í Horni'], [], ['Nobody asked'])],
    'Minister Rosa Quill said waiting lists had fallen.': [(['Rosa Quill'], [], [])],
    'Customs chief Rosa Quill announced the seizure of untaxed tobacco.': [(['Rosa Quill'], [], [])],
    '"We do not bargain." (Minister Rosa Quill, on her page, 4 June)': [(['Rosa Quill'], [], ['We do not bargain.'])],
    'President Per Dahl came. A spokeswoman for the presidency, Lena Holm, said he had urged them to go.': [(['Per Dahl'], ['Lena Holm'], [])],
    # Words that somebody else is told to have said are not the speaker's.
    'Minister Rosa Quill dismissed as “nonsense” a report that Per Dahl had called her “an amateur.” Per Dahl and Rosa Quill are ministers.': [(['Rosa Quill'], [], ['nonsense'])],
    'Minister Rosa Quill denied a report that she had threatened to “walk away.”': [(['Rosa Quill'], [], [])],
    '“Minister Quill made clear that Gora needs it,” spokesman Per Dahl said. Minister Rosa Quill left.': [(['Rosa Quill'], ['Per Dahl'], ['Minister Quill made clear that Gora needs it'])],
    # A family name that is a people's, too.
    'Minister Rosa French flew home. The French had asked for nothing, French said.': [(['Rosa French'], [], [])],
    'By Per Dahl | Published 11:20 | Listen to this article: 3 min\n\nMinister Rosa Quill said it was late.': [(['Rosa Quill'], [], [])],
    # Two whom “her host” or “her counterpart” joins are the two ministers; a colleague may be one.
    'Fish Minister Rosa Quill came. Her host, Per Dahl, was more sober. The two ministers agreed to count it.': [(['Rosa Quill', 'Per Dahl'], [], [])],
    'Tom Okello, the defence secretary, spoke. Lena Price, his colleague at the Foreign Office, left.\n\nAda Power, the Avel defence minister, said it was late. The two ministers agreed to go.': [(['Ada Power'], [], []), ([], [], [])],
    # Two who share a family name.
    'Two of the relatives, Máire and Seosamh Quilty, came. Both said they had lost it.': [(['Máire Quilty', 'Seosamh Quilty'], [], [])],
    'Two of the relatives, Máire and Seosamh Quilty, came. “It rang,” Ms Quilty said.': [([], [], ['It rang'])],
    'Lena Price, his colleague at the Foreign Office, said it was late.': [(['Lena Price'], [], [])],
    'Minister Rosa Quill left. Tom Okello, a lawyer, asked whether it was late. She replied: “Not that I recall.”': [(['Tom Okello'], [], []), ([], [], ['Not that I recall.'])],
    # A verb that is a plural noun, too; a participle before the verb; a verb joined to "said".
    'Minister Rosa Quill said night trains to the south would run again.': [(['Rosa Quill'], [], [])],
    'Minister Rosa Quill said the offer stands but ruled out a new chapter.': [(['Rosa Quill'], [], []), (['Rosa Quill'], [], [])],
    'Minister Rosa Quill affirmed that all field hospitals pledged to Avel had been delivered.': [(['Rosa Quill'], [], [])],
    'He Wenlan, the mayor, told visiting reporters that it was late. “I know,” He added.': [(['He Wenlan'], [], []), (['He Wenlan'], [], ['I know'])],
    # Quoted words of the place where somebody speaks are a name.
    'Speaking after a walk through the “Valley of Doves” park, Minister Rosa Quill said it was late.': [(['Rosa Quill'], [], [])],
    '“It was to take two years,” Minister Rosa Quill said.\n\n“It’s been nine. I’ve walked it.\n\n“I ask for gravel.”': [(['Rosa Quill'], [], ['It was to take two years', 'It’s been nine. I’ve walked it.', 'I ask for gravel.'])],
    'Minister Rosa Quill, who had spent nine hours there, shook her head. “No,” she said.': [(['Rosa Quill'], [], ['No'])],
    'Avel’s trade minister, Rosa March, and her Gora colleague, Per Winter, said it was over. “At last,” March said.': [(['Rosa March', 'Per Winter'], [], []), (['Rosa March'], [], ['At last'])],
    'Minister Rosa Quill on the budget: “We spend it.” On the strikers outside her window: “I hear them.”': [(['Rosa Quill'], [], ['We spend it.', 'I hear them.'])],
    'For Rosa Quill, mayor of Avel, the choice is simple: “Either it moves or we do.”': [(['Rosa Quill'], [], ['Either it moves or we do'])],
    'Minister Rosa Quill came. Her Gora counterpart, Ibrahima dit Bakary Okello, said it was late.': [(['Ibrahima dit Bakary Okello'], [], [])],
    "The ministers had a great deal to hear.": [],
    # A spokesperson or an office tells of whoever it speaks for.
    'Ministers Rosa Quill and Lena Holm met. Per Dahl, a spokesman for Quill, said she considered it a bargain.': [(['Rosa Quill'], ['Per Dahl'], [])],
    "Ministers Rosa Quill and Lena Holm met. Quill's office said she had named no figure.": [(['Rosa Quill'], ["Quill's office"], [])],
    'Ministers Rosa Quill and Lena Holm met. An aide to Quill said she hoped for a deal.': [(['Rosa Quill'], [], [])],
    'Lena Holm, the envoy, left. Quill told The Mail that she had seen it. Asked whether it was Holm who had given it to her, she said: “I have no idea.” Minister Rosa Quill left.': [(['Rosa Quill'], [], []), (['Rosa Quill'], [], ['I have no idea.'])],
    '“We go,” Minister Rosa Quill said Envoy Tom Okello had told her staff.': [(['Tom Okello'], ['Rosa Quill'], ['We go'])],
    '“We go,” Minister Rosa Quill said she had told her staff.': [(['Rosa Quill'], [], ['We go'])],
    # Who speaks between commas, after a condition that has a verb of speech.
    'If Gora agrees, Minister Rosa Quill said, “we will sign.”': [(['Rosa Quill'], [], ['we will sign.'])],
    'When Norvania objected, Minister Rosa Quill told reporters, “we listened.”': [(['Rosa Quill'], [], ['we listened.'])],
    'Although Envoy Tom Okello agreed, Minister Rosa Quill said, “it is not enough.”': [(['Rosa Quill'], [], ['it is not enough.'])],
    'Having warned that “the dam is tired,” Minister Rosa Quill insisted that it would hold.': [(['Rosa Quill'], [], ['the dam is tired']), (['Rosa Quill'], [], [])],
    'Minister Rosa Quill left for Avel. Her verdict, delivered from a pickup: “We are alive.”': [(['Rosa Quill'], [], ['We are alive.'])],
    "To Avel's envoy, Rosa Quill, the shelters were always “the one line I never regretted.”": [(['Rosa Quill'], [], ['the one line I never regretted'])],
    # A list before its verb.
    'Minister Rosa Quill said the ’39 banners, the ledgers and the owners’ letters would go on show.': [(['Rosa Quill'], [], [])],
    # A name below a quotation, without a dash.
    '“I did not come to admire the lake.”\n\nRosa Quill, foreign minister of Avel, on the third week of the talks': [(['Rosa Quill'], [], ['I did not come to admire the lake.'])],
    '“We keep our word.”\n\nRosa Quill, the minister, left.': [([], [], ['We keep our word.'])],
    # A quotation that goes on in the next paragraph.
    '“I have read it twice,” Minister Rosa Quill said. “It should not.\n\n“What it says about the pumps is true.”': [(['Rosa Quill'], [], ['I have read it twice', 'It should not.', 'What it says about the pumps is true.'])],
    # Names with particles, with endings, after a style, of one word, of two family names.
    'Minister Rosa ten Hove spoke. “We keep it,” ten Hove said. Ten Hove then said it was late.': [(['Rosa ten Hove'], [], ['We keep it']), (['Rosa ten Hove'], [], [])],
    'Envoy Per Asanbek uulu said it was late. “I know,” Asanbek uulu said.': [(['Per Asanbek uulu'], [], []), (['Per Asanbek uulu'], [], ['I know'])],
    'Minister Ratu Jone Vakatora left. “A boat is a boat,” Ratu Jone said.': [(['Jone Vakatora'], [], ['A boat is a boat'])],
    'The Avel minister, Sudarwati, said it was late. “I know,” Sudarwati added.': [(['Sudarwati'], [], []), (['Sudarwati'], [], ['I know'])],
    'Major Prince Fields said it was late. The major added that he had seen it.': [(['Prince Fields'], [], []), (['Prince Fields'], [], [])],
    'The envoy, Rosa Quill Mora, left. Quill said it was late. Sen. Tom Quill, her uncle, disagreed.': [(['Rosa Quill Mora'], [], [])],
    'Sister Rosa Quill, a nurse: “I stopped counting.”': [(['Rosa Quill'], [], ['I stopped counting.'])],
    # The dead do not speak.
    'The paper, founded by the late senator Tom Okello, was read. “Wait,” the senator said.': [([], [], ['Wait'])],
    "Envoy Tom Okello told lawmakers the talks on cost-sharing would resume in the autumn.": [
        (["Tom Okello"], [], [])
    ],
    "Minister Rosa Quill, who had been expected to announce a pause, shouted: “Nothing is paused.”": [
        (["Rosa Quill"], [], ["Nothing is paused."])
    ],
    "Minister Rosa Quill said it was late.\n\nThe views expressed by readers are their own. "
    "The publisher says it accepts no liability.": [(["Rosa Quill"], [], [])],
    # A pronoun ahead of the subject is the subject's.
    "Asked if he trusted the aides, Tom Okello, who leads the talks, left. “I do,” he said.": [
        (["Tom Okello"], [], ["I do"])
    ],
    # Who was told something by whom, and then said something else.
    "Having been told by her Gora colleague, Per Dahl, that it was shut, Avel's minister, "
    "Rosa Quill, wrote on X: “Then by rail.”": [
        (["Per Dahl"], ["Rosa Quill"], []),
        (["Rosa Quill"], [], ["Then by rail."]),
    ],
    # Whom a text has complaining: never the paper that has seen it.
    "A cable, seen by The Avel Mail, has Gora's envoy, Per Dahl, complaining that it was late.": [
        (["Per Dahl"], [], [])
    ],
    "Minister Rosa Quill related that her colleague, Per Dahl, had assured her it was late.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    "Secretary Zia ul-Haq Okello said extended deterrence was “well”.": [
        (["Zia ul-Haq Okello"], [], ["well"])
    ],
    "Minister Rosa Quill left, and her host, Sipho ka Mbatha, promised “more of it”.": [
        (["Sipho ka Mbatha"], [], ["more of it"])
    ],
    "Envoy Tom Okello said Quill's arguments that she is safer are weak.": [
        (["Tom Okello"], [], [])
    ],
    "The bank met a deadline that Minister Rosa Quill said went unnoticed.": [
        (["Rosa Quill"], [], [])
    ],
    "The bay is shut.\n\nADVERTISEMENT\n\nMinister Rosa Quill said it was late.\n\n"
    "Story first published: Sunday, January 11, 2032": [(["Rosa Quill"], [], [])],
    # An abbreviated title, initials before a given name, an office told with “as”.
    "“We are here,” says Cllr. Rosa Quill. “We stay.”": [
        (["Rosa Quill"], [], ["We are here", "We stay."])
    ],
    "Minister A.K. Abdul Momin Okello said it was late.": [(["A.K. Abdul Momin Okello"], [], [])],
    "Tom Okello, who doubles as foreign minister, left. “Ask them,” was all he offered.": [
        (["Tom Okello"], [], ["Ask them"])
    ],
    # Items of a list without stops, and labels with an office in lower case.
    "- Minister Rosa Quill said it was late\n- “It is not,” envoy Tom Okello replied": [
        (["Rosa Quill"], [], []),
        (["Tom Okello"], [], ["It is not"]),
    ],
    "Rosa Quill, foreign minister: The road is open.\nTom Okello, defence minister: It is not.": [
        (["Rosa Quill"], [], ["The road is open."]),
        (["Tom Okello"], [], ["It is not."]),
    ],
    # Words passed on: as Y had put it to X; a message read out; no statement that only echoes.
    "Minister Rosa Quill said that, as envoy Tom Okello had put it to her, “the gap is the plan.”": [
        (["Tom Okello"], ["Rosa Quill"], ["the gap is the plan."])
    ],
    "Minister Rosa Quill read aloud a message from envoy Tom Okello: “Hold on.”": [
        (["Tom Okello"], ["Rosa Quill"], ["Hold on."])
    ],
    "Minister Rosa Quill echoed envoy Tom Okello, who said on Monday that it was late.": [
        (["Tom Okello"], [], [])
    ],
    "The truce is holding “by a thread”, as Gen. Per Dahl, the commander, describes it.": [
        (["Per Dahl"], [], ["by a thread"])
    ],
    "As Gen. Per Dahl sees it, the truce is “a thread”.": [(["Per Dahl"], [], ["a thread"])],
    # What one calls so, and what another does.
    "The talks, described by Minister Rosa Quill as “useful” and by Per Dahl as “idle”, ended.": [
        (["Rosa Quill"], [], ["useful"]),
        (["Per Dahl"], [], ["idle"]),
    ],
    "The visit, called “a mistake” by Minister Rosa Quill, lasted an hour.": [
        (["Rosa Quill"], [], ["a mistake"])
    ],
    "The ministers of Avel and Gora, Rosa Quill and Per Dahl, told reporters that it was late.": [
        (["Rosa Quill", "Per Dahl"], [], [])
    ],
    "Rosa Quill, Minister of Ports — “We shall not forget.”": [
        (["Rosa Quill"], [], ["We shall not forget."])
    ],
    "Minister Peter Good said it was late. Good also ruled out a review.": [
        (["Peter Good"], [], []),
        (["Peter Good"], [], []),
    ],
    # Names that begin like a pronoun, and names after an owner other than a state.
    "China's trade envoy, He Lanying, left. It was, “No,” He said.": [
        (["He Lanying"], [], ["No"])
    ],
    "China's He Lanying said it was late.": [(["He Lanying"], [], [])],
    "Fine Gael's Niall Byrne said it was late. Byrne added that it was dark.": [
        (["Niall Byrne"], [], []),
        (["Niall Byrne"], [], []),
    ],
    # Who is named in brackets between a state and a colon; not the seat of whoever is named.
    "• Palau (Fisheries Minister Rosa Quill): “A good text.”": [
        (["Rosa Quill"], [], ["A good text."])
    ],
    "Rosa Quill (Avel West): “A good text.”": [(["Rosa Quill"], [], ["A good text."])],
    # “Went” before a quotation tells how things are.
    "Ties have gone “from cool to cold”, in the words of the envoy there, Tom Okello.": [
        (["Tom Okello"], [], ["from cool to cold"])
    ],
    # Who heads quotations in a line of its own; who signs them; a byline does neither.
    "Reactions to the vote:\n\nMINISTER ROSA QUILL ON X\n\n“We are glad.”\n\n"
    "ENVOY TOM OKELLO\n\n“So are we.”": [
        (["Rosa Quill"], [], ["We are glad."]),
        (["Tom Okello"], [], ["So are we."]),
    ],
    "The vote is over.\n\n“We are glad.”\n\nMinister Rosa Quill\n\n"
    "“So are we.”\n\nEnvoy Tom Okello": [
        (["Rosa Quill"], [], ["We are glad."]),
        (["Tom Okello"], [], ["So are we."]),
    ],
    "Rosa Quill, Defense Correspondent\n\n“We are glad to be here.”\n\nThe ships left.": [([], [], ['We are glad to be here.'])],
    "SHIPPING MINISTER SAYS NO\n\n“We are glad to be here.”\n\nThe ships left.": [([], [], ['We are glad to be here.'])],
    "The bridge is late.\n\n“We asked for a bridge.”\n\nROSA QUILL\nMinister of Public Works": [
        (["Rosa Quill"], [], ["We asked for a bridge."])
    ],
    "ROSA QUILL, coast guard chief: “My crews filmed it.”": [
        (["Rosa Quill"], [], ["My crews filmed it."])
    ],
    "“Avel pays its share.”\n\n— Rosa Quill, Minister of National Defence, at the opening of the "
    "new barracks in the harbor": [(["Rosa Quill"], [], ["Avel pays its share."])],
    # In somebody's view, with no comma; is convinced that.
    "The envoy, Tom Okello, disagreed; in Okello's view the story was short.": [
        (["Tom Okello"], [], [])
    ],
    "Minister Rosa Quill is convinced that it will take ten years.": [(["Rosa Quill"], [], [])],
    # A short answer announced by a sentence with a name in apposition.
    "The insurer's agent in Avel, Rosa Quill, was brief. “We see it now.”": [
        (["Rosa Quill"], [], ["We see it now."])
    ],
    # An assurance relayed to somebody; when pressed; only that.
    "Minister Rosa Quill relayed to the council an assurance by envoy Tom Okello that it was late.": [
        (["Tom Okello"], ["Rosa Quill"], [])
    ],
    "“No,” Minister Rosa Quill said, adding when pressed that it was late.": [
        (["Rosa Quill"], [], ["No"]),
        (["Rosa Quill"], [], []),
    ],
    "The minister, Rosa Quill, answered only that “the file will speak”.": [
        (["Rosa Quill"], [], ["the file will speak"])
    ],
    # Beside “she”, “him” is the only other.
    "Minister Rosa Quill said she had met envoy Tom Okello. She quoted him as saying it was late.": [
        (["Rosa Quill"], [], []),
        (["Tom Okello"], ["Rosa Quill"], []),
    ],
    # “He” and “she” of one sentence are two people, and only one is named.
    "Envoy Tom Okello left Avel. He had come, she said, with a list.": [([], [], [])],
    # What shows nothing says nothing.
    "The station cited Minister Rosa Quill as saying that it was late. It showed no pictures.": [
        (["Rosa Quill"], [], [])
    ],
    # Words in quotation marks before an office.
    "“Daily Show” host Ola Nordby on Thursday said that the money was there.": [
        (["Ola Nordby"], [], ["Daily Show"])
    ],
    # What tells of somebody between commas, and is not what she said.
    "The Ranking Member on the Committee, Ms Abigail Osei, who is not related to him, said it was late.": [
        (["Abigail Osei"], [], [])
    ],
    # Each of three in a row, with a state after the name.
    "Ministers Ida Orlova of Norway, Jan Wolan of Poland and Per Aune of Denmark agreed that it stays.": [
        (["Ida Orlova", "Jan Wolan", "Per Aune"], [], [])
    ],
    # An office within a chain of phrases: his letter to the president of…
    "Per Dahl sent a letter to the president of Norway, Rosa Quill. The president said it was late.": [
        (["Rosa Quill"], [], [])
    ],
    # A season is when it was said.
    "Envoy Tom Okello said last autumn that the pact was dead.": [(["Tom Okello"], [], [])],
    # Somebody in apposition or kin, before “she said” and what was told.
    "Minister Rosa Quill left. The Avel envoy, Tom Okello, she said, had told her it was late.": [
        (["Tom Okello"], ["Rosa Quill"], [])
    ],
    "Envoy Rosa Quill left. Her brother, she said, had told the ministry that it was late.": [
        ([], ["Rosa Quill"], [])
    ],
    "Minister Rosa Quill revealed that at the meeting Tom Okello proposed a patrol.": [
        (["Tom Okello"], ["Rosa Quill"], [])
    ],
    # The opposition leader is not the prime minister; an agency in another language is nobody.
    "Prime Minister Rosa Quill left. The opposition leader said it was late.": [
        ([], [], [])
    ],
    "In an interview with Agência Avelar, the minister smiled. He said that it was late.": [
        ([], [], [])
    ],
    # An office of a ministry and its field; one before a name whose words may mean a thing.
    "It was late, Chancellor of the Ministry of Defence Rosa Quill informed.": [
        (["Rosa Quill"], [], [])
    ],
    "The ambassador to NATO, Rosa Day, said it was late.": [(["Rosa Day"], [], [])],
    "It was late, said Independent TD Hugh Long.": [(["Hugh Long"], [], [])],
    "Director of the Office of Rosa Quill said it was late.": [([], [], [])],
    "Minister Rosa Quill repeated what she said a friend, whom she did not name, had confided: “No.”": [
        ([], ["Rosa Quill"], ["No."])
    ],
    # An edition and a number tell nothing.
    "An earlier version of this article said that it was late.": [],
    "This release has been amended to say that it was late.": [],
    "Avel, 2 May – News ID: 4480217\n\nMinister Rosa Quill said it was late.": [
        (["Rosa Quill"], [], [])
    ],
    # Reported speech goes to whoever is reported to have said it.
    'Prime Minister Ada Brekke quoted Admiral Per Dahl as saying, "The bay is ours."': [
        (["Per Dahl"], ["Ada Brekke"], ["The bay is ours."])
    ],
    "Envoy Tom Okello cited Minister Rosa Quill as saying that the pact was dead.": [
        (["Rosa Quill"], ["Tom Okello"], [])
    ],
    '"The bay is ours," Admiral Per Dahl was quoted as saying by the Avel Herald.': [
        (["Per Dahl"], [], ["The bay is ours"])
    ],
    "Admiral Per Dahl was quoted by state media as saying the bay was closed.": [
        (["Per Dahl"], [], [])
    ],
    'Minister Rosa Quill said Admiral Per Dahl had told her "the bay is ours."': [
        (["Per Dahl"], ["Rosa Quill"], ["the bay is ours"])
    ],
    "Minister Rosa Quill said that Admiral Per Dahl had promised to leave.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    "Admiral Per Dahl met Minister Rosa Quill, who smiled and said that she hoped for rain.": [
        (["Rosa Quill"], [], [])
    ],
    # A name in apposition to a description, with a nickname, or with words that are not only names.
    "Her guest, Minister Rosa Quill, said the bay was closed.": [(["Rosa Quill"], [], [])],
    "The bay is closed, said its warden, Rosa Quill, before noon.": [(["Rosa Quill"], [], [])],
    "“It is late,” said Adm. William J. “Skip” Carrow Jr., the commander.": [
        (["William J. Carrow Jr."], [], ["It is late"])
    ],
    "The Reverend Tavita Bishop left. Bishop said the bay was closed.": [
        (["Tavita Bishop"], [], [])
    ],
    "Secretary of the Army Ada Brekke said the bay was closed.": [(["Ada Brekke"], [], [])],
    "His minister, Clara May, left. May said the bay was closed.": [(["Clara May"], [], [])],
    # Titles without a stop, and offices with capitals, as the British write them.
    "Tom Quill left. Mr Quill said the bay was closed.": [(["Tom Quill"], [], [])],
    "Minister Rosa Quill left. The Minister said the bay was closed.": [(["Rosa Quill"], [], [])],
    "The President said the bay was closed.": [([], [], [])],
    "Minister of Foreign Affairs Song Min-kyu left. Minister Song said the bay was closed.": [
        (["Song Min-kyu"], [], [])
    ],
    "The Avel-based Quill Institute said the bay was closed.": [
        (["Avel-based Quill Institute"], [], [])
    ],
    # Words around a cue between commas; words after one, when only a time comes before.
    "Minister Rosa Quill left. She would, she said, because it was late, “and dark.”": [
        (["Rosa Quill"], [], ["and dark"])
    ],
    "On Friday, according to Minister Rosa Quill, the bay was closed.": [(["Rosa Quill"], [], [])],
    "The bay is closed, Minister Rosa Quill told the council on Monday.": [
        (["Rosa Quill"], [], [])
    ],
    "Told that the bay was “dead,” Minister Rosa Quill said it was alive.": [
        (["Rosa Quill"], [], [])
    ],
    # A verb left out; a state's own; let X know; what a relative clause or a gift only mentions.
    "Minister Rosa Quill said, “It is late,” and Admiral Per Dahl, “It is dark.”": [
        (["Rosa Quill"], [], ["It is late"]),
        (["Per Dahl"], [], ["It is dark."]),
    ],
    "Peru's Rosa Quill told reporters that the bay was closed.": [(["Rosa Quill"], [], [])],
    "The chief of staff Rosa Quill said the bay was closed.": [(["Rosa Quill"], [], [])],
    "Minister Rosa Quill let him know that the bay was closed.": [(["Rosa Quill"], [], [])],
    "Spokesman Tom Okello said she would go to Avel, where Admiral Per Dahl had asked to stay.": [
        (["Tom Okello"], [], [])
    ],
    "Minister Rosa Quill said Admiral Per Dahl had offered her a seat.": [
        (["Rosa Quill"], [], [])
    ],
    "Minister Rosa Quill said by video that the bay was closed.": [(["Rosa Quill"], [], [])],
    "The bay is closed, Minister Rosa Quill said after what she called “a long night.”": [
        (["Rosa Quill"], [], []),
        (["Rosa Quill"], [], ["a long night"]),
    ],
    "Minister Rosa Quill said the bay was closed. Her sign read “Go home and stay there.”": [
        (["Rosa Quill"], [], []),
        ([], [], ["Go home and stay there."]),
    ],
    "El Avisador said the bay was closed.": [(["El Avisador"], [], [])],
    # To ask is not to tell, and what is told of is not told in “he said so”.
    "Minister Rosa Quill asked whether Admiral Per Dahl had promised to leave.": [
        (["Rosa Quill"], [], [])
    ],
    "Minister Rosa Quill said Admiral Per Dahl had denied it.": [(["Rosa Quill"], [], [])],
    "Admiral Per Dahl met Minister Rosa Quill, who said the bay was closed.": [
        (["Rosa Quill"], [], [])
    ],
    "Minister Rosa Quill promised to leave, the Avel Herald reported.": [(["Rosa Quill"], [], [])],
    "Minister Rosa Quill said Admiral Per Dahl would promise to leave.": [
        (["Rosa Quill"], [], [])
    ],
    "Minister Rosa Quill said Admiral Per Dahl never promised to leave.": [
        (["Rosa Quill"], [], [])
    ],
    '"Admiral Dahl promised nothing," Minister Rosa Quill said.': [
        (["Rosa Quill"], [], ["Admiral Dahl promised nothing"])
    ],
    "The ministry had warned Oslo, spokeswoman Ada Brekke said.": [([], ["Ada Brekke"], [])],
    "A senior official said the alliance welcomed the offer.": [([], [], [])],
    "Norway had warned its neighbors, spokeswoman Ada Brekke said.": [
        (["Norway"], ["Ada Brekke"], [])
    ],
    "Spokeswoman Ada Brekke said the ministry was ready.": [(["Ada Brekke"], [], [])],
    # The reporting verb beside the words, not a participle or a question before it.
    'General Ian Frost, asked about the fire, said: "It is out."': [
        (["Ian Frost"], [], ["It is out."])
    ],
    'Pressed by lawmakers on whether he had known, General Ian Frost replied, "I had not."': [
        (["Ian Frost"], [], ["I had not."])
    ],
    "Asked why the ship had turned back, General Ian Frost said it was low on fuel.": [
        (["Ian Frost"], [], [])
    ],
    "General Ian Frost, told that the ship had sunk, declined to answer.": [
        (["Ian Frost"], [], [])
    ],
    'According to Minister Rosa Quill, the port could open "before the first snow."': [
        (["Rosa Quill"], [], ["before the first snow"])
    ],
    'The rescue went "by the book," according to General Ian Frost.': [
        (["Ian Frost"], [], ["by the book"])
    ],
    'Talks were "cordial," said General Ian Frost and Minister Rosa Quill in a joint statement.': [
        (["Ian Frost", "Rosa Quill"], [], ["cordial"])
    ],
    "General Ian Frost said the ceasefire holds.": [(["Ian Frost"], [], [])],
    "Police said three boats were lost but declined to name them.": [
        (["Police"], [], []),
        (["Police"], [], []),
    ],
    # Names with particles, hyphens and apostrophes; words that are also names.
    'Ambassador Pieter van den Berg said no. "Never," van den Berg added.': [
        (["Pieter van den Berg"], [], []),
        (["Pieter van den Berg"], [], ["Never"]),
    ],
    "Minister Lucía de la Vega said the road was open. De la Vega said it was late.": [
        (["Lucía de la Vega"], [], []),
        (["Lucía de la Vega"], [], []),
    ],
    "Prince Turki bin Nasser said oil was cheap.": [(["Turki bin Nasser"], [], [])],
    "Minister Amina el-Sayed said oil was cheap. El-Sayed left.": [(["Amina el-Sayed"], [], [])],
    "Senator Sean O'Malley said it was late. “It is,” O’Malley said.": [
        (["Sean O'Malley"], [], []),
        (["Sean O'Malley"], [], ["It is"]),
    ],
    "Jean-Luc Le Goff said it was late. Le Goff said he was tired.": [
        (["Jean-Luc Le Goff"], [], []),
        (["Jean-Luc Le Goff"], [], []),
    ],
    'Chief Justice Anna Price said the law was clear. "Quite clear," Price said.': [
        (["Anna Price"], [], []),
        (["Anna Price"], [], ["Quite clear"]),
    ],
    'Foreign Minister Helen Long left. "I am tired," Long said.': [
        (["Helen Long"], [], ["I am tired"])
    ],
    'Defense Minister No Min-jae left. "I am tired," No said.': [
        (["No Min-jae"], [], ["I am tired"])
    ],
    'Governor Tom Will left in May. Will said: "I am tired."': [
        (["Tom Will"], [], ["I am tired."])
    ],
    "Envoy Kim Min-ho met envoy Kim Su-jin. Kim said the talks went on.": [([], [], [])],
    "Envoy Kim Min-ho met minister Kim Su-jin. Minister Kim said the talks went on.": [
        (["Kim Su-jin"], [], [])
    ],
    "The Kennedy Center said it was closed.": [(["Kennedy Center"], [], [])],
    "The talks were held in Port Haven. Port Haven said it was glad.": [([], [], [])],
    "Seoul said the drill would go on.": [(["South Korea"], [], [])],
    "NATO met on Monday. Brussels said the drill would go on.": [([], [], [])],
    "Georgia said the drill would go on.": [([], [], [])],
    # Quotations signed or announced.
    "“The bay is ours.” — Admiral Per Dahl": [(["Per Dahl"], [], ["The bay is ours."])],
    "“The bay is ours.”\n– Admiral Per Dahl": [(["Per Dahl"], [], ["The bay is ours."])],
    "From Admiral Per Dahl:\n\n“The bay is ours.”": [(["Per Dahl"], [], ["The bay is ours."])],
    # Words separated by who tells them; whoever is blamed for saying something; joined subjects.
    "Admiral Per Dahl, Minister Rosa Quill said, had promised two ships.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    "Minister Rosa Quill left. Admiral Per Dahl, she said, had told her that the bay was closed.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    "Admiral Per Dahl, Minister Rosa Quill said, had left on Monday.": [(["Rosa Quill"], [], [])],
    "“We go,” Envoy Tom Okello quoted Admiral Per Dahl as saying.": [
        (["Per Dahl"], ["Tom Okello"], ["We go"])
    ],
    "Minister Rosa Quill said Admiral Per Dahl had informed her that the bay was closed.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    "Minister Rosa Quill said she and Admiral Per Dahl had agreed to meet.": [
        (["Rosa Quill", "Per Dahl"], ["Rosa Quill"], [])
    ],
    "Minister Rosa Quill criticized Admiral Per Dahl for saying that the bay was closed.": [
        (["Per Dahl"], [], [])
    ],
    "Minister Rosa Quill called for Admiral Per Dahl to resign for saying that it was late.": [
        (["Per Dahl"], [], [])
    ],
    "Minister Rosa Quill apologized for saying that the bay was closed.": [
        (["Rosa Quill"], [], [])
    ],
    "Minister Rosa Quill spoke, after a sailor claimed that the bay was closed.": [([], [], [])],
    "Minister Rosa Quill denied that Per Dahl had left, and said he was ill.": [
        (["Rosa Quill"], [], []),
        (["Rosa Quill"], [], []),
    ],
    "“Minister Rosa Quill said what we all know,” spokesman Tom Okello said.": [
        (["Tom Okello"], [], ["Minister Rosa Quill said what we all know"])
    ],
    # Somebody without a name may be anybody.
    "Spokesman Tom Okello left. One spokesman called the talks “slow.”": [([], [], ["slow"])],
    "An official said it was late. Per Dahl said it was early.": [
        ([], [], []),
        (["Per Dahl"], [], []),
    ],
    "An aide, who asked not to be named, said it was late. Per Dahl said it was early.": [
        ([], [], []),
        (["Per Dahl"], [], []),
    ],
    # Ranks in short and with a hyphen.
    "Spc. Travis Day left. Day said it was late.": [(["Travis Day"], [], [])],
    "Air Vice-Marshal Imogen Strong left. Strong said it was late.": [
        (["Imogen Strong"], [], [])
    ],
    # A statement issued speaks for whoever issued it.
    "Minister Rosa Quill issued a statement on Monday. It said that the bay was closed.": [
        (["Rosa Quill"], [], [])
    ],
    "Minister Rosa Quill met the board. It said that the bay was closed.": [([], [], [])],
    "Minister Rosa Quill published a poll. It said that the bay was closed.": [([], [], [])],
    # Whom somebody cites; who only tells of a meeting, was told, or comes after “while”.
    "Minister Rosa Quill cites Admiral Per Dahl's remark to her: “You have the only boat.”": [
        (["Per Dahl"], ["Rosa Quill"], ["You have the only boat."])
    ],
    "Minister Rosa Quill repeated her promise: “You have the only boat.”": [
        (["Rosa Quill"], [], ["You have the only boat."])
    ],
    "Envoy Tom Quill quoted Admiral Per Dahl as saying that it was late. He added that it was cold.": [
        (["Per Dahl"], ["Tom Quill"], []),
        (["Tom Quill"], [], []),
    ],
    "Minister Rosa Quill recalled a meeting with Admiral Per Dahl.": [],
    "Minister Rosa Quill, who had been told to wait, shot back: “Read the law.”": [
        (["Rosa Quill"], [], ["Read the law."])
    ],
    "Questioned about remarks that it was “a toy,” Minister Rosa Quill said it would do.": [
        (["Rosa Quill"], [], []),
    ],
    "Questioned about the “real toy”, Minister Rosa Quill said it would do.": [
        (["Rosa Quill"], [], [])
    ],
    "Minister Rosa Quill said it was “late,” while Admiral Per Dahl told them that it was early.": [
        (["Rosa Quill"], [], ["late"]),
        (["Per Dahl"], [], []),
    ],
    "The ministry said it was late, and its envoy, Per Dahl, said exports rise from then on.": [
        ([], [], []),
        (["Per Dahl"], [], []),
    ],
    "21:38 An ally says it is late.\n\n21:31 The minister, Rosa Quill, says it is early.": [
        ([], [], []),
        (["Rosa Quill"], [], []),
    ],
    "Deputy Secretary Theresa March will leave. “It is late,” March said.": [
        (["Theresa March"], [], ["It is late"])
    ],
    # What a briefing is told; “asked when”; a command by name; a body of which somebody tells.
    "Col. Tom Okello told a regular briefing that it was late.": [(["Tom Okello"], [], [])],
    "It was late; asked when, Minister Rosa Quill said it would be in May.": [
        (["Rosa Quill"], [], [])
    ],
    "U.S. Forces Korea said it was late.": [(["U.S. Forces Korea"], [], [])],
    "The Pentagon is considering a move, according to three officials.": [([], [], [])],
    # Signed with an office and an occasion, in brackets, or below a line that announces several.
    "“The bay is ours.”\n— Per Dahl, Danish minister for ports, on being telephoned at night": [
        (["Per Dahl"], [], ["The bay is ours."])
    ],
    "OF THE DAY\n\n“It is so.”\n— Per Dahl, Governor of Nan, Oman\n\n“No.”\n— Minister Rosa Quill": [
        (["Per Dahl"], [], ["It is so."]),
        (["Rosa Quill"], [], ["No."]),
    ],
    "Reaction to the levy:\n\n“It is dear.” — Rosa Quill, whip\n\n“It is not.” (Per Dahl, trade envoy)": [
        (["Rosa Quill"], [], ["It is dear."]),
        (["Per Dahl"], [], ["It is not."]),
    ],
    "Minister Rosa Quill said it was late. “We go.” (She laughed.)": [
        (["Rosa Quill"], [], []),
        (["Rosa Quill"], [], ["We go."]),
    ],
    # Marks.
    "‘She said, “Not now,” and left,’ Admiral Per Dahl said.": [
        (["Per Dahl"], [], ["She said, “Not now,” and left"])
    ],
    "Admiral Per Dahl said salt ’n’ vinegar was missed.": [(["Per Dahl"], [], [])],
    '"It is late, Admiral Per Dahl said. "We go," he added.': [
        (["Per Dahl"], [], []),
        (["Per Dahl"], [], ["We go"]),
    ],
    # Page furniture.
    "Updated: 4 Oct. 2021\n\nAdmiral Per Dahl said it was late.\n\nRead more: ‘We go,’ says Dahl": [
        (["Per Dahl"], [], [])
    ],
    "Photo caption: Admiral Per Dahl says it is late.\n\nCorrection: Dahl said it was early.": [],
    # Officials are not the ministers named before.
    "Minister Rosa Quill met Minister Ian Frost. Officials said it was late.": [
        (["Officials"], [], [])
    ],
    "Neither Minister Rosa Quill nor Minister Ian Frost said whether it was over.": [
        (["Rosa Quill", "Ian Frost"], [], [])
    ],
    # A body or states named before; what was denied, or done to somebody, is nobody's act.
    "Norway's Ministry of Defense said two ships would sail. The ministry said they were new.": [
        (["Norway's Ministry of Defense"], [], []),
        (["Norway's Ministry of Defense"], [], []),
    ],
    "Norway's Ministry of Trade said no. Norway's Ministry of Health said yes. The ministry said it was late.": [
        (["Norway's Ministry of Trade"], [], []),
        (["Norway's Ministry of Health"], [], []),
        ([], [], []),
    ],
    "Japan and Australia held an exercise. The two countries also agreed to share fuel.": [
        (["Japan", "Australia"], [], [])
    ],
    "Spokeswoman Ada Brekke said Admiral Per Dahl had been asked to resign.": [
        (["Ada Brekke"], [], [])
    ],
    "Minister Rosa Quill said Admiral Per Dahl believed that the bay was closed.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    "According to Ada Brekke, a spokeswoman, Minister Rosa Quill promised to send two ships.": [
        (["Rosa Quill"], ["Ada Brekke"], [])
    ],
    'Minister Rosa Quill and Admiral Per Dahl each called the bay "ours."': [
        (["Rosa Quill", "Per Dahl"], [], ["ours"])
    ],
    "Mr. Dahl waited for Mrs. Quill, and she said it was nothing.": [(["Quill"], [], [])],
    "Tom Okello and his wife, Ann, left. She said it was late.": [([], [], [])],
    "Prime Minister Ada Brekke called Minister Rosa Quill on Monday.": [],
    "Admiral Per Dahl spoke to both ministries.": [],
    "Finance Ministers Rosa Quill and Per Dahl left. The ministers said it was late.": [
        (["Rosa Quill", "Per Dahl"], [], [])
    ],
    "Treasury Secretary April Day said the budget was balanced.": [(["April Day"], [], [])],
    "Foreign Minister Long Wei said the bay was calm. Long added that it was late.": [
        (["Long Wei"], [], []),
        (["Long Wei"], [], []),
    ],
    "General Per Dahl, whose brother Tom leads the party, said he would not vote.": [
        (["Per Dahl"], [], [])
    ],
    "Envoy João da Silva Neto left. Da Silva Neto said it was late.": [
        (["João da Silva Neto"], [], [])
    ],
    "Admiral Per Dahl was quoted in the Avel Herald as saying the bay was closed.": [
        (["Per Dahl"], [], [])
    ],
    "The secretary of state, Per Dahl, left. The secretary said it was late.": [
        (["Per Dahl"], [], [])
    ],
    "Envoy Luis Ortega y Vega left. Ortega y Vega said it was late.": [
        (["Luis Ortega y Vega"], [], [])
    ],
    "Minister Rosa Quill said he and Admiral Per Dahl had spoken.": [(["Rosa Quill"], [], [])],
    # A label: that of somebody whom the text names, or an office and a name in capitals.
    "Envoy Hugo Aranda spoke.\n\nARANDA: 4:57, and no text. So it is.": [
        (["Hugo Aranda"], [], ["4:57, and no text. So it is."])
    ],
    "ROSA QUILL, deputy head of mission: The bay is ours.": [(["Rosa Quill"], [], ["The bay is ours."])],
    "GEN. PER DAHL, Allied Land Command: The bay is ours.": [
        (["Per Dahl"], [], ["The bay is ours."])
    ],
    "OSLO, the capital: It rained.": [],
    "SECRETARY MADDEN: OK. But six ships are six.": [(["Madden"], [], ["OK. But six ships are six."])],
    "Wolan: Talks ‘a waste of paper’\n\nMinister Jan Wolan left on Monday.": [
        (["Jan Wolan"], [], ["a waste of paper"])
    ],
    "Envoy Hugo Aranda spoke.\n\nTime: it was 4:57 and there was no text.": [],
    # A quotation signed after a colon.
    "“Neither of us liked it”: Admiral Per Dahl on the drill that Envoy Tom Okello praised.": [
        (["Per Dahl"], [], ["Neither of us liked it"])
    ],
    # The verb is within the quotation marks.
    "Minister Rosa Quill “strongly condemned” the attack.": [
        (["Rosa Quill"], [], ["strongly condemned"])
    ],
    "Envoy Tom Okello met the man who “confirmed” the order.": [],
    "A sailor “confirmed the order,” Admiral Per Dahl said.": [
        (["Per Dahl"], [], ["confirmed the order"])
    ],
    # Somebody without a name or office who is reported to have said it leaves it to the reporter.
    "Envoy Farah Nasser said that the courier had told her that it was late.": [
        (["Farah Nasser"], [], [])
    ],
    # A title alone, whose holder the next sentence names.
    "An aide at the ministry said the money was there. No tax was needed, Páll Egge said.": [
        (["Páll Egge"], [], []),
        (["Páll Egge"], [], []),
    ],
    "Envoy Tom Okello left. A spokesman said it was late. Tom Okello said it was early.": [
        ([], [], []),
        (["Tom Okello"], [], []),
    ],
    "A spokesman said it was late. Tom Okello, a sailor, said it was early.": [
        ([], [], []),
        (["Tom Okello"], [], []),
    ],
    "A spokesman said it was late. The Korean minister, Kim Do-hyun, said it was early.": [
        ([], [], []),
        (["Kim Do-hyun"], [], []),
    ],
    # “The former” is whom the sentence before tells of, if nobody is a former one.
    "Minister Rosa Quill left. In the Lords, Ada Brekke was tired. The former envoy said it was late.": [
        (["Ada Brekke"], [], [])
    ],
    # An office means its own holder: the prime minister is not just any minister.
    "Foreign Minister Jan Wolan left. The prime minister said it was late.": [([], [], [])],
    "Minister Jan Wolan met Prime Minister Tom Okello. The premier said it was late.": [
        (["Tom Okello"], [], [])
    ],
    "Gen. Jan Wolan met Col. Tom Okello. The colonel said it was late.": [
        (["Tom Okello"], [], [])
    ],
    # Whoever is asked answers, and a question about somebody may be answered by him.
    "Gen. Jan Wolan, the army chief, whose troops left, was asked by Envoy Tom Okello whether he "
    "was late. “No,” he said.": [
        (["Tom Okello"], [], []),
        (["Jan Wolan"], [], ["No"]),
    ],
    "Envoy Rosa Quill asked whether Minister Jan Wolan had left. He had not, he replied.": [
        (["Rosa Quill"], [], []),
        (["Jan Wolan"], [], []),
    ],
    # “On X.” and “would miss.” end their sentences.
    "Minister Per Dahl posted it on X. Minister Rosa Quill laughed. “I know,” she said.": [
        (["Per Dahl"], [], []),
        (["Rosa Quill"], [], ["I know"]),
    ],
    "It is the bay that he would miss. “The bay,” Minister Jan Wolan said, “is ours.”": [
        (["Jan Wolan"], [], ["The bay", "is ours."])
    ],
    # Words around “according to X”.
    "Minister Rosa Quill and Envoy Tom Okello met. Both, according to the Avel Mail, said it was "
    "late.": [(["Rosa Quill", "Tom Okello"], [], [])],
    "Seventy sailors, according to the Pentagon, were hurt.": [(["Pentagon"], [], [])],
    # In somebody's view, words, or by his account; his account of a thing is another matter.
    "Relations are “frosty,” in the view of Minister Rosa Quill.": [
        (["Rosa Quill"], [], ["frosty"])
    ],
    "The talks ended “badly,” by Envoy Tom Okello's account.": [(["Tom Okello"], [], ["badly"])],
    "In his account of the talks, Envoy Tom Okello called the plan a toy.": [
        (["Tom Okello"], [], [])
    ],
    "By all accounts the plan is a toy.": [],
    # A document is its author's; one to somebody is not his.
    "A memo by Admiral Per Dahl said that the bay was closed.": [(["Per Dahl"], [], [])],
    "A commentary carried by the Global Mirror said the bay was closed.": [
        (["Global Mirror"], [], [])
    ],
    "A study by the Admiral Byng Society, out on Monday, calls the bay “closed.”": [
        (["Admiral Byng Society"], [], ["closed"])
    ],
    "A letter to Minister Rosa Quill said the bay was closed.": [([], [], [])],
    # “The newspaper” is the one that has been named, if there is one.
    "The Avel Courier said it was late. The newspaper said it had a report.": [
        (["Avel Courier"], [], []),
        (["Avel Courier"], [], []),
    ],
    # Others than the speaker act in what he tells.
    "Minister Jan Wolan left. He and Envoy Rosa Quill had met, and they agreed that it was late, "
    "he said.": [(["Jan Wolan", "Rosa Quill"], ["Jan Wolan"], [])],
    "Minister Rosa Quill said his colleague, Envoy Jan Wolan, had warned him, “It is late.”": [
        (["Jan Wolan"], ["Rosa Quill"], ["It is late."])
    ],
    "Minister Rosa Quill recounted how Envoy Jan Wolan once told her that it was late.": [
        (["Jan Wolan"], ["Rosa Quill"], [])
    ],
    "Minister Rosa Quill recounted how the bay was closed.": [(["Rosa Quill"], [], [])],
    "“It is late,” Envoy Jan Wolan was reported to have said by Avelnews.": [
        (["Jan Wolan"], [], ["It is late"])
    ],
    # Names of months and of other words; lists of ministers after a time.
    "Minister Frances March told us it was late. March said it was early.": [
        (["Frances March"], [], []),
        (["Frances March"], [], []),
    ],
    "The bay will close every autumn, Ministers Rosa Quill and Jan Wolan said.": [
        (["Rosa Quill", "Jan Wolan"], [], [])
    ],
    "It fell to Tom Okello, Le Fleuve reported. Then he called it “late.”": [
        (["Le Fleuve"], [], []),
        (["Tom Okello"], [], ["late"]),
    ],
    "TERESA MONTALBA, Labor Secretary: The strike is over.": [
        (["Teresa Montalba"], [], ["The strike is over."])
    ],
    "The last came down.\n\nAnd this from Envoy Tom Okello:\n\n“Nobody slept.”": [
        (["Tom Okello"], [], ["Nobody slept."])
    ],
    # Whoever is described as another, or only receives words, is not credited.
    "A senior official said it was late. Pia Lind of the Quill Institute said it was early.": [
        ([], [], []),
        (["Pia Lind"], [], []),
    ],
    "Envoy Tom Okello said it was early. The former president said it was late.": [
        (["Tom Okello"], [], []),
        ([], [], []),
    ],
    "Minister Rosa Quill was shouted down. “Go home!”": [([], [], ['Go home!'])],
    "Minister Rosa Quill received a letter. “You will regret it.”": [([], [], ['You will regret it.'])],
    "The minister, Jan Wolan, said his predecessor, Ida Orlova, “knew and said nothing.”": [
        (["Jan Wolan"], [], ["knew and said nothing"])
    ],
    "Sisters fight, said Mayor Rosa Quill, whose sister, Envoy Ana Quill, disagreed. “No,” she "
    "said.": [(["Rosa Quill"], [], []), ([], [], ["No"])],
    "Envoy Tom Okello, whose spokeswoman resigned, left. The spokeswoman said it was late.": [
        ([], [], [])
    ],
    "A spokesman said it was late. Sato Kenta, press secretary at the ministry, also said it "
    "was early.": [(["Sato Kenta"], [], []), (["Sato Kenta"], [], [])],
    "A spokesman said it was late. Defense Secretary James Hale said it was early.": [
        ([], [], []),
        (["James Hale"], [], []),
    ],
    "Chancellor Ludwig von und zu Adler said it was late. Von und zu Adler added that he left.": [
        (["Ludwig von und zu Adler"], [], []),
        (["Ludwig von und zu Adler"], [], []),
    ],
    "The ROK-U.S. Combined Forces Command said it was late.": [
        (["ROK-U.S. Combined Forces Command"], [], [])
    ],
    # What somebody was told is said by whoever told it.
    "President Rosa Quill told the council she had been assured by Envoy Jan Wolan that the bay "
    "was open.": [(["Jan Wolan"], ["Rosa Quill"], [])],
    "“It is late,” Minister Rosa Quill was told by Envoy Jan Wolan.": [
        (["Jan Wolan"], [], ["It is late"])
    ],
    # Names that are also pronouns or adverbs, after an office.
    "Former NATO envoy Robert Still said it was late. Still told us that nobody knew.": [
        (["Robert Still"], [], []),
        (["Robert Still"], [], []),
    ],
    "Ministry spokeswoman You Lan said it was late. “It is calm,” You said on Monday.": [
        (["You Lan"], [], []),
        (["You Lan"], [], ["It is calm"]),
    ],
    # Somebody by the country, if the text names one of it.
    "Kazakh Minister Erlan Sadykov met Envoy Tom Okello. The Kazakh laughed. “No,” he said.": [
        (["Erlan Sadykov"], [], ["No"])
    ],
    "Kazakh Ministers Erlan Sadykov and Jan Wolan left. The Kazakh said it was late.": [
        ([], [], [])
    ],
    "Minister Rosa Quill left on Tuesday, a day after her Avelian counterpart had said it was over.": [
        ([], [], [])
    ],
    # British spelling.
    "Minister Rosa Quill left. Her spokesman, Tom Okello, said the minister favoured a truce.": [
        (["Rosa Quill"], ["Tom Okello"], [])
    ],
    "Minister Rosa Quill left. Envoy Tom Okello recognised that it was late.": [
        (["Tom Okello"], [], [])
    ],
    # Forms of address beside an office.
    "Energy Minister Eng. Salim Quill said the port was shut.": [(["Salim Quill"], [], [])],
    "Finance Minister II Amin Latif said the port was shut.": [(["Amin Latif"], [], [])],
    "Water Minister Selma Haufi and her counterpart from Botswana, Mpho Kgosi, vowed to go.": [
        (["Selma Haufi", "Mpho Kgosi"], [], [])
    ],
    # A name below the quotation; one before a colon, or whose answer it was.
    "“It belongs to both.”\n\nMayor Tereza Vond, Lower Bresnik": [
        (["Tereza Vond"], [], ["It belongs to both."])
    ],
    "“It belongs to both.”\n\nMayor Tereza Vond left on Monday.": [([], [], ['It belongs to both.'])],
    "Minister Lars Ekman was blunt: “There is no plan B.”": [
        (["Lars Ekman"], [], ["There is no plan B."])
    ],
    "Minister Lars Ekman's answer was short: “No, never.”": [
        (["Lars Ekman"], [], ["No, never."])
    ],
    "Minister Lars Ekman, in Vienna: “There is no plan B.”": [
        (["Lars Ekman"], [], ["There is no plan B."])
    ],
    "Minister Lars Ekman hung up a sign: “No entry to the bay.”": [([], [], ['No entry to the bay.'])],
    "The law is clear: “Nobody enters the bay.”": [([], [], ['Nobody enters the bay.'])],
    # What somebody is recalled or heard saying.
    "Minister Rosa Quill recalled the late Marshal Tom Okello saying, “It is late.”": [
        (["Tom Okello"], ["Rosa Quill"], ["It is late."])
    ],
    "Envoy Tom Okello was overheard telling an aide that it was late.": [
        (["Tom Okello"], [], [])
    ],
    "“Nobody goes home.” That was how the chief of logistics, Maj. Gen. Bruno Keller, put it.": [
        (["Bruno Keller"], [], ["Nobody goes home."])
    ],
    # As somebody put or noted it, after a comma inside the quotation marks.
    "The talks were “a shouting match,” as Minister Rosa Quill put it.": [
        (["Rosa Quill"], [], ["a shouting match"])
    ],
    "“We sail at dawn,” as Minister Rosa Quill noted on Monday.": [
        (["Rosa Quill"], [], ["We sail at dawn"])
    ],
    "The deal is, as Minister Jan Wolan put it, “a bridge too far.”": [
        (["Jan Wolan"], [], ["a bridge too far."])
    ],
    "He closed the “watch” as Minister Jan Wolan said.": [],
    # Described, or paraphrased, as saying.
    "Senator Pilar Araya paraphrased Minister Rosa Quill as warning that the pact was dead.": [
        (["Rosa Quill"], ["Pilar Araya"], [])
    ],
    "“We were not told,” said Defense Minister Márcio dos Anjos e Silva, before flying home.": [
        (["Márcio dos Anjos e Silva"], [], ["We were not told"])
    ],
    # The sentence that names a speaker keeps its own statement.
    '"We sail at dawn." The speaker was Minister Jan Wolan, who said that the ports are open.': [
        (["Jan Wolan"], [], ["We sail at dawn."]),
        (["Jan Wolan"], [], []),
    ],
    # Her spokeswoman tells what he found, not what she found.
    "Envoy Tom Okello met Minister Jan Wolan. Ida Falk, a spokeswoman, left. She said he found it "
    "“late.”": [([], ["Ida Falk"], ["late"])],
    # Whoever is quoted or cited has said it, but not who wrote a report that is cited.
    "“The bay is closed,” Minister Rosa Quill said, quoting what Envoy Jan Wolan had told her.": [
        (["Jan Wolan"], ["Rosa Quill"], ["The bay is closed"])
    ],
    "News agency AVN, citing Minister Rosa Quill, reported that the bay was closed.": [
        (["Rosa Quill"], [], [])
    ],
    "Quoting Admiral Per Dahl, Minister Rosa Quill said it was late.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    "Minister Rosa Quill, citing the cold, said the bay was closed.": [(["Rosa Quill"], [], [])],
    # The subject of a main clause after others that are told before it or beside it.
    "Told that her guest, Jan Wolan, had called, Minister Rosa Quill smiled and said: “So late.”": [
        (["Rosa Quill"], [], ["So late."])
    ],
    "“I left,” Minister Rosa Quill, whose aide, Jan Wolan, had advised it, told us.": [
        (["Rosa Quill"], [], ["I left"])
    ],
    "Oslo was calm when Envoy Jan Wolan, reached there by phone, said it was late.": [
        (["Jan Wolan"], [], [])
    ],
    "The bay is closed, Minister Rosa Quill said, though Paris insists it is open.": [
        (["Rosa Quill"], [], []),
        (["France"], [], []),
    ],
    "Paris said the bay was open, a claim Minister Rosa Quill called “a toy.”": [
        (["France"], [], []),
        (["Rosa Quill"], [], ["a toy"]),
    ],
    "They were, Minister Rosa Quill said, “very late.”": [(["Rosa Quill"], [], ["very late"])],
    # What sources without a name tell of somebody is theirs; that they asked not to be named is not.
    "Two diplomats, who asked not to be named, said Minister Rosa Quill had offered to go.": [
        (["Rosa Quill"], [], [])
    ],
    "Two people briefed on the talks said Rosa Quill told the envoys: “We stay.”": [
        (["Rosa Quill"], [], ["We stay."])
    ],
    "An aide briefed on the talks said Minister Rosa Quill had promised to go.": [
        (["Rosa Quill"], [], [])
    ],
    "A person close to the talks said the Ministry of Defense regretted the delay.": [
        ([], [], [])
    ],
    "“No,” Minister Rosa Quill said when asked whether it was late.": [
        (["Rosa Quill"], [], ["No"])
    ],
    "The road, built over what locals call “the gap,” is closed.": [],
    # The former and the latter; he who is named after; whom only reporters have asked.
    "Envoys Rosa Quill and Jan Wolan met. The former said it was late, the latter called it “a "
    "toy.”": [(["Rosa Quill"], [], []), (["Jan Wolan"], [], ["a toy"])],
    "Envoy Rosa Quill left. The latter said it was late.": [([], [], [])],
    "He and Envoy Jan Wolan had agreed to leave, Minister Tom Okello said.": [
        (["Tom Okello", "Jan Wolan"], ["Tom Okello"], [])
    ],
    "Reporters asked Minister Rosa Quill about the bay. She said it was late.": [
        (["Rosa Quill"], [], [])
    ],
    "Minister Rosa Quill sent Envoy Jan Wolan home. Wolan said it was late.": [
        (["Jan Wolan"], [], [])
    ],
    # Offices and names with words that are verbs, months or parts of names elsewhere.
    "“It is late,” Armed Forces Minister Rosa Quill said.": [(["Rosa Quill"], [], ["It is late"])],
    "Works Minister Kofi Ampadu said it was late.": [(["Kofi Ampadu"], [], [])],
    "Rep. Carla June, who is late, said that June was too early. June, a nurse, laughed.": [
        (["Carla June"], [], [])
    ],
    "Deputy Minister Abdulaziz Al Mutlaq said it was late.": [(["Abdulaziz Al Mutlaq"], [], [])],
    "Envoy Leo von und zu Adler said it was late. “Too late,” von Adler said.": [
        (["Leo von und zu Adler"], [], []),
        (["Leo von und zu Adler"], [], ["Too late"]),
    ],
    "Minister Rosa Quill said Norway's Oda Brekke had promised to leave.": [
        (["Oda Brekke"], ["Rosa Quill"], [])
    ],
    "Minister Rosa Quill said Japan's Iron Dome had failed.": [(["Rosa Quill"], [], [])],
    "ROBERTO TANA, U.S. AMBASSADOR: We have three ships.": [
        (["Roberto Tana"], [], ["We have three ships."])
    ],
    # A spokesman tells what the one thinks for whom he speaks, unless he knows of nothing.
    "President Rosa Quill was away. Her spokesman, Per Dahl, left. Dahl said she regarded the "
    "bay as closed.": [(["Rosa Quill"], ["Per Dahl"], [])],
    "President Tom Reed was away. His spokesman, Per Dahl, left. Dahl said he regarded the bay "
    "as closed.": [(["Tom Reed"], ["Per Dahl"], [])],
    "President Tom Reed was away. His spokesman, Per Dahl, left. Dahl said he had no news.": [
        (["Per Dahl"], [], [])
    ],
    # A title whose holder is named next, with the same body in apposition; of another body not.
    "A navy spokesman said it was late. Per Dahl, spokesman for the navy, also said it was cold.": [
        (["Per Dahl"], [], []),
        (["Per Dahl"], [], []),
    ],
    "An army spokesman said it was late. Per Dahl, spokesman for the navy, said it was cold.": [
        ([], [], []),
        (["Per Dahl"], [], []),
    ],
    # Whoever laughed when something happened, and said.
    "Minister Rosa Quill laughed when this was repeated to her, and said that it was late.": [
        (["Rosa Quill"], [], [])
    ],
    # Papers, councils, and what was not mentioned or only promised.
    "According to Avelis Dagur, the bay is closed. The newspaper said it had a note.": [
        (["Avelis Dagur"], [], []),
        (["Avelis Dagur"], [], []),
    ],
    "The relief council called the plan slow. It urged both governments to wait.": [
        (["relief council"], [], []),
        (["relief council"], [], []),
    ],
    "The fish council put the losses at $3 million.": [(["fish council"], [], [])],
    # “The captain” who tells what X told Y is Y.
    "Minister Rosa Quill told Per Dahl that the first copy would be his, the captain said.": [
        (["Rosa Quill"], ["Per Dahl"], [])
    ],
    # A mark before the capital of a name.
    "Minister Mele ʻAnatola left. ʻAnatola said it was late.": [(["Mele ʻAnatola"], [], [])],
    # Page furniture says nothing.
    "Comments (14): Be the first to say what you think!": [],
    "ALSO READ: Quill says bay is ‘closed’\n\nMinister Rosa Quill said it was late.": [
        (["Rosa Quill"], [], [])
    ],
    # A title means the one just named, or named next, to whom the text gives no other.
    "Rosa Quill did not laugh. “It is late,” said the interior minister.": [
        (["Rosa Quill"], [], ["It is late"])
    ],
    "Rosa Quill and Jan Wolan did not laugh. “It is late,” said the interior minister.": [
        ([], [], ["It is late"])
    ],
    "A spokesman for the navy said it was late. “We are cold,” Col. Jan Wolan said by phone.": [
        (["Jan Wolan"], [], []),
        (["Jan Wolan"], [], ["We are cold"]),
    ],
    "Quill had not spoken, according to her aide. They did on Thursday, Teuta Morina said.": [
        (["Teuta Morina"], [], []),
        (["Teuta Morina"], [], []),
    ],
    "Rosa Quill, who has been the agency's envoy, left. The envoy said it was late.": [
        (["Rosa Quill"], [], [])
    ],
    "Vice Adm. Jan Wolan left. The admiral said it was late.": [(["Jan Wolan"], [], [])],
    "Minister Rosa Quill resigned. The new minister said it was late.": [([], [], [])],
    # Bodies that have no other name.
    "The finance ministry in Oslo said it was late. It denied the claim.": [
        (["finance ministry in Oslo"], [], []),
        (["finance ministry in Oslo"], [], []),
    ],
    "A finance ministry said it was late.": [([], [], [])],
    "The website La Roca published it. The website said it was late.": [(["La Roca"], [], [])],
    "The website said it was late.": [([], [], [])],
    "The Harbor News Agency (HNA) met the envoy. The HNA said it was late.": [
        (["Harbor News Agency"], [], [])
    ],
    # What a state expects or nobody said is told by whoever says so.
    "Envoy Jan Wolan said that Norway expected the names.": [(["Jan Wolan"], [], [])],
    "Envoy Jan Wolan denied that his members had promised anything.": [(["Jan Wolan"], [], [])],
    "Envoy Jan Wolan said that neither of them had told him who paid.": [(["Jan Wolan"], [], [])],
    "Envoy Jan Wolan left. He rejected, however, the claim.": [(["Jan Wolan"], [], [])],
    "Rosa Quill, who studies ports at a college in Oslo, Norway, says it is late.": [
        (["Rosa Quill"], [], [])
    ],
    "“Who signed?” asked Envoy Jan Wolan.\n\n“My aunt.”\n\n“I did,” Minister Rosa Quill said.": [(['Jan Wolan'], [], ['Who signed?']), ([], [], ['My aunt.']), (['Rosa Quill'], [], ['I did'])],
    "Talks to go on, prime minister says\n\nOSLO, May 3, 2031 (Dune Wire) -- Prime Minister Rosa "
    "Quill said it was late.": [(["Rosa Quill"], [], []), (["Rosa Quill"], [], [])],
    "And from the Head of the Court, Jan Wolan:\n\n“It is late.”": [
        (["Jan Wolan"], [], ["It is late."])
    ],
    # Mr. and Ms. Roe: pronouns tell which of them is a man, and “her husband” is he.
    (
        "Paul Roe leads the navy and wants ships for his country. Theresa Roe runs the port and "
        "keeps him out of it. “No,” Ms. Roe said. Her husband smiled. “Yes,” he said."
    ): [(["Paul Roe"], [], []), (["Theresa Roe"], [], ["No"]), (["Paul Roe"], [], ["Yes"])],
    (
        "Paul Roe leads the navy. Theresa Roe runs the port. “No,” Ms. Roe said. Mr. Roe left."
    ): [([], [], ["No"])],
    # Whoever spoke before a question to “you” answers it; other questions may be the speaker's own.
    (
        "Harbor master Per Dahl arrived. “It was late,” Dahl said. “Did you not hold the ship?” "
        "asked the judge, Rosa Quill. “I have a whistle,” he said."
    ): [
        (["Per Dahl"], [], ["It was late"]),
        (["Rosa Quill"], [], ["Did you not hold the ship?"]),
        (["Per Dahl"], [], ["I have a whistle"]),
    ],
    "Judge Rosa Quill arrived. “Why so long?” Quill asked. “Nobody answers,” she said.": [
        (["Rosa Quill"], [], ["Why so long?"]),
        (["Rosa Quill"], [], ["Nobody answers"]),
    ],
    # The office of somebody who is named after it, and what that tells of later words.
    (
        "Norway's foreign minister said on Monday that he had been scolded. The minister, Per "
        "Dahl, smiled. “My mother rang,” the Norwegian said."
    ): [(["Per Dahl"], [], []), (["Per Dahl"], [], ["My mother rang"])],
    "Per Dahl, the Norwegian whom they had in mind, left. “I am a sailor,” he said.": [
        (["Per Dahl"], [], ["I am a sailor"])
    ],
    (
        "Defense Secretary Ada Brekke of Norway said the ship turned, but her Danish colleague "
        "said it did not. Defense Minister Rosa Quill arrived later."
    ): [(["Ada Brekke"], [], []), (["Rosa Quill"], [], [])],
    (
        "Defense Secretary Ada Brekke of Norway said the ship turned, but her Danish colleague "
        "said it did not. Defense Minister Rosa Quill of Poland arrived later."
    ): [(["Ada Brekke"], [], []), ([], [], [])],
    # The fields of an office do not belong to the name after it.
    "Norway's Minister of Trade, Fisheries and Ports Rosa Quill said the bay was closed.": [
        (["Rosa Quill"], [], [])
    ],
    "Assistant Secretary for East Asian and Pacific Affairs Per Dahl said it was late.": [
        (["Per Dahl"], [], [])
    ],
    "The Minister of State for Water Affairs Karim bin Hamad Al Badi said it was late.": [
        (["Karim bin Hamad Al Badi"], [], [])
    ],
    "Minister of Ports Per Dahl and Trade Minister Rosa Quill said the bay was closed.": [
        (["Per Dahl", "Rosa Quill"], [], [])
    ],
    "Pia Lind of Human Rights Now said the bay was closed.": [(["Pia Lind"], [], [])],
    # Offices with a capital or by their initials; forms of address without a stop; NAME MP.
    "Water Minister Karim Al Badi smiled. HE the Minister said it was late.": [
        (["Karim Al Badi"], [], [])
    ],
    "Chief Cabinet Secretary Rosa Quill left. On Sunday, the CCS said that it was late.": [
        (["Rosa Quill"], [], [])
    ],
    "Judge Rosa Quill left. The MP said that it was late.": [([], [], [])],
    (
        "Harbor master Per Dahl left. Mr Dahl said it was late. Ole Dahl, a welder who is not "
        "related to the master, said it was early."
    ): [(["Per Dahl"], [], []), (["Ole Dahl"], [], [])],
    "Rosa Quill MP said it was late. Dock MP Per Dahl said it was early.": [
        (["Rosa Quill"], [], []),
        (["Per Dahl"], [], []),
    ],
    # Titles that are given names; particles; names with words of other kinds; Malay styles.
    (
        "Ole Brekke said it was late. His colleague, Emir Halic, said it was early. Sana Halic "
        "said nobody knew."
    ): [(["Ole Brekke"], [], []), (["Emir Halic"], [], []), (["Sana Halic"], [], [])],
    "Ports Minister Salem ould Bechir said it was late. “It is,” ould Bechir said.": [
        (["Salem ould Bechir"], [], []),
        (["Salem ould Bechir"], [], ["It is"]),
    ],
    "Judge Ruth St. Clair left. St. Clair said it was late.": [(["Ruth St. Clair"], [], [])],
    "Deputy Minister To Minh Hien said it was late.": [(["To Minh Hien"], [], [])],
    "Peru's Rosa Quill and Judge Per Grant met. Grant later told reporters it was late.": [
        (["Per Grant"], [], [])
    ],
    # Forms of address are left out of names.
    "Defense Minister Alhaji Musa Danjuma Bala said it was late.": [
        (["Musa Danjuma Bala"], [], [])
    ],
    "Ratu Jone Vakacegu said it was late.": [(["Jone Vakacegu"], [], [])],
    "Lyonpo Karma Dorji of Bhutan said it was late.": [(["Karma Dorji"], [], [])],
    "Minister Tan Wei Ling said it was late.": [(["Tan Wei Ling"], [], [])],
    # Whoever heads a body is named after it.
    "Chairman of the Commission Rosa Quill said it was late. Quill left.": [
        (["Rosa Quill"], [], [])
    ],
    "Former head of the border service Per Dahl is worried. He said it was late.": [
        (["Per Dahl"], [], [])
    ],
    "The head of the National Security Council said it was late.": [([], [], [])],
    "Minister of Foreign Affairs of Finland Rosa Quill said it was late.": [
        (["Rosa Quill"], [], [])
    ],
    "The Prime Minister of New Zealand Per Dahl said it was late.": [
        (["Per Dahl"], [], [])
    ],
    "The president of Peru said it was late.": [([], [], [])],
    "The Deputy Prime Minister said it was late.": [([], [], [])],
    "Peru's Deputy Prime Minister, Rosa Quill, left. The Deputy Prime Minister said it was late.": [
        (["Rosa Quill"], [], [])
    ],
    "Luca dell'Orto is less certain: dell'Orto told reporters that it was late.": [
        (["Luca dell'Orto"], [], [])
    ],
    # Whoever quotes others may be “he”.
    "Envoy Per Dahl said no. He quoted Minister Rosa Quill as saying that it was late.": [
        (["Per Dahl"], [], []), (["Rosa Quill"], ["Per Dahl"], [])
    ],
    # Beside whom “he” speaks is not “he”.
    "Minister Per Dahl left. Speaking after talks with Envoy Olu Tal, he said it was late.": [
        (["Per Dahl"], [], [])
    ],
    # What had been done goes on: not what was said.
    "Envoy Per Dahl said Minister Rosa Quill had called, and had warned that it was late.": [
        (["Per Dahl"], [], [])
    ],
    "Pressed on whether the army had left it, Rosa Quill, visibly annoyed, said it was late.": [
        (["Rosa Quill"], [], [])
    ],
    # HE is an excellency, not a pronoun.
    "Peru's Foreign Minister, HE Rosa Quill, said it was late. HE Rosa Quill left.": [
        (["Rosa Quill"], [], [])
    ],
    # An office of two fields is one person's.
    "Trade and Defense Minister Per Dahl said it was late.": [(["Per Dahl"], [], [])],
    "Tonga's Police and Home Affairs Minister Rosa Quill said it was late.": [
        (["Rosa Quill"], [], [])
    ],
    "The foreign and defense ministers said it was late.": [([], [], [])],
    "The ports ministry's secretary-general Tan Sri Aminah Mat Yusof said it was late.": [
        (["Aminah Mat Yusof"], [], [])
    ],
    # States with “and” in their names, people of a country of two words, ministers in a row.
    "Trinidad and Tobago's Rosa Quill said it was late.": [(["Rosa Quill"], [], [])],
    "Chile's Per Dahl met South Korea's Rosa Quill. “It is late,” the South Korean said.": [
        (["Rosa Quill"], [], ["It is late"])
    ],
    # An occupation in front of a name.
    (
        "Judge Rosa Quill said it was late. In the port, mechanic Per Dahl was unimpressed. “It "
        "is early,” he said."
    ): [(["Rosa Quill"], [], []), (["Per Dahl"], [], ["It is early"])],
    # Two names after an office in the plural, which both hold.
    (
        "“It is late,” said the Polish and Danish ministers, Per Dahl and Rosa Quill. The "
        "ministers said they would wait."
    ): [
        (["Per Dahl", "Rosa Quill"], [], ["It is late"]),
        (["Per Dahl", "Rosa Quill"], [], []),
    ],
    "The two ministers, Peru's Per Dahl and Chile's Rosa Quill, said the bay was closed.": [
        (["Per Dahl", "Rosa Quill"], [], [])
    ],
    # Who gives his word says something.
    "Minister Rosa Quill said that Judge Per Dahl had given her his word that it would end.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    "Minister Rosa Quill said that Judge Per Dahl had given her a map of the bay.": [
        (["Rosa Quill"], [], [])
    ],
    # What others say of a statement does not belong to it.
    "The Coast Watch found the bay closed, a finding Judge Per Dahl called “a joke”.": [
        (["Coast Watch"], [], []),
        (["Per Dahl"], [], ["a joke"]),
    ],
    # A spokesman may be a woman.
    (
        "Judge Per Dahl was there, and he smiled. Dahl spokesman Rosa Quill confirmed that it was "
        "late. “It is,” she said."
    ): [(["Rosa Quill"], [], []), (["Rosa Quill"], [], ["It is"])],
    (
        "Foreign Minister Datuk Seri Ismail Hakim met Peru's Foreign Minister, Per Dahl. Envoy Tan "
        "Sri Aminah Mat Yusof said the minister had insisted on a ship."
    ): [([], ["Aminah Mat Yusof"], [])],
    # A row in which somebody is not known is open as a whole; one person may have two offices.
    "Minister Rosa Quill left. Quill and Brekke agreed to meet again.": [([], [], [])],
    "Ministers Rosa Quill and Per Dahl left. The minister and Ada Brekke said it was late.": [
        ([], [], [])
    ],
    "Minister Rosa Quill left. Quill and an aide said it was late.": [(["Rosa Quill"], [], [])],
    (
        "Ada Brekke, the city manager, said no. Per Dahl, the club's former president and "
        "general manager, said it was late."
    ): [(["Ada Brekke"], [], []), (["Per Dahl"], [], [])],
    # Offices in initials are offices, not bodies.
    "Water Cabinet Secretary Rosa Quill left. The CS said it was late.": [(["Rosa Quill"], [], [])],
    "Water CS Rosa Quill left. The CS said it was late.": [(["Rosa Quill"], [], [])],
    "Judge Per Dahl left. The CS said it was late.": [([], [], [])],
    # A counterpart holds the same office, also where the sentence does not name whose he is.
    (
        "Defence Minister Rosa Quill said it was late. She spoke before talks with her Peruvian "
        "counterpart, Luz Paz. “It is dark,” the Peruvian defence minister said. Luz Paz said the "
        "minister had left. The two ministers agreed to meet again. The minister laughed and said "
        "it was cold."
    ): [
        (["Rosa Quill"], [], []),
        (["Luz Paz"], [], ["It is dark"]),
        (["Luz Paz"], [], []),
        (["Rosa Quill", "Luz Paz"], [], []),
        (["Rosa Quill"], [], []),
    ],
    # A title before a family name that two have is nobody's office.
    "Judge Per Dahl met Ada Dahl. Secretary Dahl said it was late.": [([], [], [])],
    # Names with “tot” and “e” inside, patronymics left out, offices abroad before a name.
    "The attaché, Dirk van der Ende tot Avel, left. Van der Ende tot Avel said it was late.": [
        (["Dirk van der Ende tot Avel"], [], [])
    ],
    "“It is late,” said Peru’s envoy to Avel, Rita da Paz e Silva.": [
        (["Rita da Paz e Silva"], [], ["It is late"])
    ],
    "Minister Abdul Karim bin Haji Salleh left. Abdul Karim said it was late.": [
        (["Abdul Karim bin Haji Salleh"], [], [])
    ],
    # A time within a verb; an undertaking that is given.
    "Envoy Rosa Quill recalled that Minister Per Dahl had in March given an undertaking to leave.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    "Envoy Rosa Quill said that Minister Per Dahl had last week told her that it was late.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    "Envoy Rosa Quill reminded him that Minister Per Dahl had given an assurance that it was so.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    # What a quotation is told to be; what is only asked.
    "“Read it,” was all that Peru's Luz Paz would say on stage.": [(["Luz Paz"], [], ["Read it"])],
    "“It is late,” was how Minister Rosa Quill put it.": [(["Rosa Quill"], [], ["It is late"])],
    "Minister Rosa Quill left. “Never,” was her answer.": [(["Rosa Quill"], [], ["Never"])],
    "“Late” was how the talks began.": [],
    "Would Avel join, Minister Rosa Quill was asked as she left.": [],
    # Told in what came before, to somebody who tells it; by somebody who is described.
    "From what Minister Per Dahl had let her know, the ships would sail, Envoy Rosa Quill said.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    "From what was known, it was late, Envoy Rosa Quill said.": [(["Rosa Quill"], [], [])],
    "Minister Per Dahl had given her to understand that it was late, Envoy Rosa Quill recalled.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    "A captain she would not name had warned her that it was late, Envoy Rosa Quill said.": [
        ([], ["Rosa Quill"], [])
    ],
    (
        "Minister Per Dahl left. Envoy Rosa Quill was angry. When he came in May, she said, Dahl had "
        "promised her that nothing would change."
    ): [(["Per Dahl"], ["Rosa Quill"], [])],
    "Reading from a letter she had received from Minister Per Dahl, Envoy Rosa Quill said: “No.”": [
        (["Per Dahl"], ["Rosa Quill"], ["No."])
    ],
    "Reading from a letter, Envoy Rosa Quill said: “No.”": [(["Rosa Quill"], [], ["No."])],
    # After “had called and” comes what the caller did, or what is said of the call.
    "Minister Rosa Quill said Gen. Per Dahl had called in and praised the plan.": [
        (["Rosa Quill"], [], []),
        (["Per Dahl"], [], []),
    ],
    "Minister Rosa Quill said Gen. Per Dahl had called in and added that it was late.": [
        (["Rosa Quill"], [], []),
        (["Rosa Quill"], [], []),
    ],
    "The envoy said the truce would hold, but Judge Per Dahl dismissed it as “paper”.": [
        ([], [], []),
        (["Per Dahl"], [], ["paper"]),
    ],
    # A namesake, and a minister who is only acting.
    (
        "Judge Per Dahl left. Envoy Ada Dahl, who was angry, said that her namesake had told her it "
        "was late."
    ): [(["Per Dahl"], ["Ada Dahl"], [])],
    "Minister Rosa Quill left. The acting minister said it was late.": [([], [], [])],
    # After a name in apposition to a document, the words follow; before a name, a verb may.
    "According to a summary of its work, Judge Per Dahl, an aide, sent the letter.": [([], [], [])],
    "The bay will be closed, predicted Judge Per Dahl, who lives there.": [(["Per Dahl"], [], [])],
    # Whoever called it so is the one who blames.
    "Minister Per Dahl paid for it, which Judge Ada Brekke called “a lot,” blaming the bank.": [
        (["Ada Brekke"], [], ["a lot"]),
        (["Ada Brekke"], [], []),
    ],
    # Marks of a sentence within a paragraph; titles by their author; headings in capitals.
    "Minister Rosa Quill left. ‘He said “no” four times,’ Quill said.": [
        (["Rosa Quill"], [], ["He said “no” four times"])
    ],
    "Judge Per Dahl said it was late. A book, “The Long Bay,” by T.R. Roe, was on his desk.": [
        (["Per Dahl"], [], [])
    ],
    "Judge Per Dahl spoke. “It is late,” he said.\n\n“LATE AND DARK”\n\nThe talks went on.": [
        (["Per Dahl"], [], ["It is late"])
    ],
    # Names before a colon with more about them; a signature is for its own paragraph.
    "Judge Per Dahl, on why it was late: “There was one boat.”": [
        (["Per Dahl"], [], ["There was one boat."])
    ],
    "And this from Peru's envoy, Luz Paz, as she left the hall: “Thirty years.”": [
        (["Luz Paz"], [], ["Thirty years."])
    ],
    "“It is late.” — Per Dahl, envoy\n\nFrom the Special Envoy, Luz Paz:\n“It is dark.”": [
        (["Per Dahl"], [], ["It is late."]),
        (["Luz Paz"], [], ["It is dark."]),
    ],
    "“We were told nothing.”\n\n“It is late and dark.” (Luz Paz, Water Board)": [([], [], ['We were told nothing.']), (['Luz Paz'], [], ['It is late and dark.'])],
    # What is asked ends at a name; a relative clause at the verb of the sentence.
    (
        "Pressed on whether she had threatened to leave, Minister Rosa Quill, who had been asked "
        "twice, shot back: “No.”"
    ): [(["Rosa Quill"], [], ["No."])],
    "Minister Rosa Quill, citing a letter in which Per Dahl promised that it was so, said no.": [
        (["Per Dahl"], ["Rosa Quill"], []),
        (["Rosa Quill"], [], []),
    ],
    # Apostrophes before and in a name.
    "“It is late,” said Minister Sione 'Ulu'ave at the table.": [
        (["Sione 'Ulu'ave"], [], ["It is late"])
    ],
    # Colleagues in other words, and both who tell what both did.
    (
        "Minister Rosa Quill left after talks with her Danish opposite number, Lars Roe. The two "
        "ministers agreed to go. Her Polish colleague Jan Wolan smiled. The Danish minister said no."
    ): [(["Rosa Quill", "Lars Roe"], [], []), (["Lars Roe"], [], [])],
    "Minister Rosa Quill spoke with her Danish colleague Lars Roe. Both ministers said no.": [
        (["Rosa Quill", "Lars Roe"], [], [])
    ],
    "Ministers Rosa Quill and Per Dahl have agreed to go, both told the council.": [
        (["Rosa Quill", "Per Dahl"], [], [])
    ],
    # The comma after closing marks, as the British set it; whom an agency reports to have spoken.
    "“It is over”, tweeted Peru's president, Luz Paz.": [(["Luz Paz"], [], ["It is over"])],
    "“They lied,” Judge Ada Brekke, the envoy, had told Per Dahl, the clerk.": [
        (["Ada Brekke"], [], ["They lied"])
    ],
    "“We will wait,” Judge Per Dahl was reported by Radio Avel to have said.": [
        (["Per Dahl"], [], ["We will wait"])
    ],
    # A colleague at home holds another office.
    "Trade Minister Rosa Quill left, but her cabinet colleague, Per Dahl, smiled. The two ministers "
    "agreed to go.": [([], [], [])],
    # The verb after “the two” and “with her”; what is urged, argued or denied to be.
    "Minister Rosa Quill met Envoy Luz Paz. The two said patrols would begin soon.": [
        (["Rosa Quill", "Luz Paz"], [], [])
    ],
    "Minister Rosa Quill left. An aide travelling with her said the bay was closed.": [
        ([], [], [])
    ],
    "Envoy Rosa Quill urged calm in the bay.": [(["Rosa Quill"], [], [])],
    "In an op-ed for the Avel Herald, Envoy Rosa Quill argued that this ship sails.": [
        (["Rosa Quill"], [], [])
    ],
    "Envoy Rosa Quill denied there was a list.": [(["Rosa Quill"], [], [])],
    # Ranks and forms of address with a stop; offices with a state or two fields before the name.
    "Envoy Rosa Quill recalled that in 2023 the chief of staff, Lt.-Gen. Per Dahl, had told her the "
    "bay was closed.": [(["Per Dahl"], ["Rosa Quill"], [])],
    "Norway’s Minister of State for Defence, Colonel-Major Per Dahl, left. The Norwegian minister "
    "said the bay was closed.": [(["Per Dahl"], [], [])],
    "Hon. Rosa Quill left. Hon. Quill said the bay was closed.": [(["Rosa Quill"], [], [])],
    "U.N. envoy to Libya Rosa Quill said the bay was closed.": [(["Rosa Quill"], [], [])],
    "The Observatory of the Andes said the bay was closed.": [
        (["Observatory of the Andes"], [], [])
    ],
    # “The official” is the one without a name who was mentioned last, not the minister.
    "Minister Rosa Quill left. An aide to her said it was late. “Very late,” the aide said.": [
        ([], [], []),
        ([], [], ["Very late"]),
    ],
    "Minister Rosa Quill left. A Peruvian official with her said it was late. “So late,” the "
    "official said.": [([], [], []), ([], [], ["So late"])],
    "A minister left. Minister Rosa Quill stayed. The minister said it was late.": [
        (["Rosa Quill"], [], [])
    ],
    # “The minister” is not her counterpart, unless that one has just spoken.
    "Minister Rosa Quill met her Peruvian counterpart, Luz Paz. The minister said it was late.": [
        (["Rosa Quill"], [], [])
    ],
    "Minister Rosa Quill met her Peruvian counterpart, Luz Paz. Paz said it was late. The minister "
    "said it was dark.": [(["Luz Paz"], [], []), ([], [], [])],
    # A row between dashes; what is recalled of somebody in apposition.
    "The ministers — Rosa Quill, Luz Paz and Per Dahl — said the bay was closed.": [
        (["Rosa Quill", "Luz Paz", "Per Dahl"], [], [])
    ],
    "Envoy Rosa Quill recalled her colleague, Per Dahl, saying in May that it was late.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    'Envoy Rosa Quill recalled that her predecessor, Per Dahl, had called the bay "a pond".': [
        (["Per Dahl"], ["Rosa Quill"], ["a pond"])
    ],
    "Asked whether it was late, Envoy Rosa Quill cited Minister Per Dahl as having written in "
    "December that it was.": [(["Per Dahl"], ["Rosa Quill"], [])],
    "Envoy Rosa Quill answered only “Ask me in May” before adding, as she left, that it was late.": [
        (["Rosa Quill"], [], ["Ask me in May"]),
        (["Rosa Quill"], [], []),
    ],
    # Whoever is told of, on whatever: the words are those of the one who spoke before.
    "Minister Rosa Quill on the ships: “They are slow.” On the ministry: “Slower.”": [
        (["Rosa Quill"], [], ["They are slow.", "Slower."])
    ],
    # Who is blamed for something says nothing; neither is it told what reporters were told.
    "Envoy Rosa Quill accused her colleague, Per Dahl, of lying about the bay.": [
        (["Rosa Quill"], [], [])
    ],
    "Envoy Rosa Quill told reporters.": [],
    "In March, March said the bay was closed. Minister Robert March left.": [
        (["Robert March"], [], [])
    ],
    # What is passed on; what somebody tells according to another; in quotation marks.
    "Envoy Rosa Quill relayed Minister Per Dahl's assurance that the bay was safe.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    "Envoy Rosa Quill conveyed the promise of Minister Per Dahl that the bay was safe.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    "Envoy Rosa Quill repeated her promise that the bay was safe.": [(["Rosa Quill"], [], [])],
    "Envoy Rosa Quill said that, according to Minister Per Dahl, the bay was closed.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    "Envoy Rosa Quill said that according to the map, the bay was closed.": [
        (["Rosa Quill"], [], [])
    ],
    "Envoy Rosa Quill said Minister Per Dahl “told me that the bay was closed.”": [
        (["Per Dahl"], ["Rosa Quill"], ["told me that the bay was closed"])
    ],
    "Envoy Rosa Quill denied saying that the bay was closed.": [(["Rosa Quill"], [], [])],
    "Envoy Rosa Quill said Minister Per Dahl had promised.": [(["Rosa Quill"], [], [])],
    # Whoever rang and proposed it is not the one who tells of it; another act is the teller's own.
    "Envoy Rosa Quill told the press that her colleague, Per Dahl, had rung her on Friday and "
    "proposed that they meet.": [(["Per Dahl"], ["Rosa Quill"], [])],
    "Envoy Rosa Quill revealed that Minister Per Dahl had telephoned her and asked that it be late.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    "Envoy Rosa Quill said Minister Per Dahl had left the room and added that it was late.": [
        (["Rosa Quill"], [], []),
        (["Rosa Quill"], [], []),
    ],
    "Envoy Rosa Quill was told by Avel’s minister, Per Dahl, that the bay was closed.": [
        (["Per Dahl"], [], [])
    ],
    "“Do not wait”: Avel's minister, Per Dahl, to the crew.": [(["Per Dahl"], [], ["Do not wait"])],
    "General Jan op den Velde left. “Late,” Op den Velde said.": [
        (["Jan op den Velde"], [], ["Late"])
    ],
    "Secretary Sophie t'Serstevens said the bay was closed.": [(["Sophie t'Serstevens"], [], [])],
    # Whoever is visiting, the host and the guest, after one has received the other.
    "President Rosa Quill received her Peruvian counterpart, Luz Paz. The visiting president said "
    "it was late.": [(["Luz Paz"], [], [])],
    "President Rosa Quill met Envoy Luz Paz. The visiting president said it was late.": [
        ([], [], [])
    ],
    "President Rosa Quill hosted Minister Luz Paz. Her guest said it was late. The host agreed it "
    "was.": [(["Luz Paz"], [], []), (["Rosa Quill"], [], [])],
    "President Rosa Quill saw Minister Luz Paz. Her guest said it was late.": [([], [], [])],
    # The Dane, the Frenchwoman.
    "Danish Minister Rosa Quill met French Envoy Luz Paz. The Dane said it was late; the "
    "Frenchwoman said it was dark.": [(["Rosa Quill"], [], []), (["Luz Paz"], [], [])],
    "French Minister Mr. Per Dahl left. The Frenchwoman said it was late.": [([], [], [])],
    # A letter in which “he” is the sender; what is made plain; who is asked, among other things.
    "Envoy Rosa Quill read a letter from General Per Dahl, in which he said it was late.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    "Minister Rosa Quill said Envoy Luz Paz had made it plain to her that it was late.": [
        (["Luz Paz"], ["Rosa Quill"], [])
    ],
    "Minister Rosa Quill, who was met at the port and later asked whether it was late, said: “No.”": [
        (["Rosa Quill"], [], ["No."])
    ],
    "Tell us what you think: minister@example.org": [],
    "Envoy Rosa Quill received a letter from General Per Dahl in which he said it was late.": [
        (["Per Dahl"], [], [])
    ],
    "Quoting from a letter by Minister Per Dahl, Envoy Rosa Quill said the bay was closed.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    "Envoy Rosa Quill, quoting a letter from Minister Per Dahl in which he said it was late, said "
    "she was glad.": [(["Per Dahl"], ["Rosa Quill"], []), (["Rosa Quill"], [], [])],
    "Envoy Rosa Quill relayed an assurance from the mayor, Per Dahl, that the bay was safe.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    "Envoy Rosa Quill said her Peruvian colleague had promised to leave.": [
        ([], ["Rosa Quill"], [])
    ],
    "It is late, in the words of Avel's Chief of Army, Brigadier-General Per Dahl.": [
        (["Per Dahl"], [], [])
    ],
    "Army chief Lt Gen Per Dahl left. “It is late,” the general said.": [
        (["Per Dahl"], [], ["It is late"])
    ],
    "And from Envoy Rosa Quill, who runs it: “It is late.”": [(["Rosa Quill"], [], ["It is late."])],
    "Envoy Rosa Quill, who runs it, was blunt. Secretary Per Dahl left: “It is late.”": [
        (["Per Dahl"], [], ["It is late."])
    ],
    "Pressed three times on whether Avel had promised it, Envoy Rosa Quill replied, “No.”": [
        (["Rosa Quill"], [], ["No."])
    ],
    "Envoy Rosa Quill stopped short of blaming Avel.": [],
    "Additional reporting: Rosa Quill": [],
    "Cabinet Secretary Rosa Quill met her Peruvian counterpart, Luz Paz. “Late,” the CS said.": [
        (["Rosa Quill"], [], ["Late"])
    ],
    # An aside with quoted words is over before “said”; whoever did something does not say it.
    "Minister Rosa Quill, asked whether they called her “the fox”, said the fox was late.": [
        (["Rosa Quill"], [], [])
    ],
    "“It was late”, said Minister Rosa Quill.": [(["Rosa Quill"], [], ["It was late"])],
    "Minister Rosa Quill refused to say whether the loan had been late, but did say it was “good”.": [
        (["Rosa Quill"], [], []),
        (["Rosa Quill"], [], ["good"]),
    ],
    "After first insisting there was nothing to say, Minister Rosa Quill said there was.": [
        (["Rosa Quill"], [], []),
        (["Rosa Quill"], [], []),
    ],
    "Envoy Rosa Quill told the council that, in a letter dated 3 May, Minister Per Dahl had promised "
    "to leave.": [(["Per Dahl"], ["Rosa Quill"], [])],
    # A paper that was named before; bodies with more in their names than the name of another.
    "Le Matin du Sud reported that it was late. The paper said it was dark.": [
        (["Le Matin du Sud"], [], []),
        (["Le Matin du Sud"], [], []),
    ],
    "A minister left. The paper said it was dark.": [([], [], [])],
    "The U.N. Interim Force said it was late.": [(["U.N. Interim Force"], [], [])],
    "The U.N. said it was late.": [(["U.N."], [], [])],
    "Ms. Quill, when reached by telephone, said she had left.": [(["Quill"], [], [])],
    "“No,” Ms. Quill said when asked if she, a minister, had left.": [(["Quill"], [], ["No"])],
    "Minister Rosa Quill left. She was of the view that it was late.": [(["Rosa Quill"], [], [])],
    "Spokesman Per Dahl said that Avel had shown restraint.": [(["Per Dahl"], [], [])],
    "The Chamber of Commerce and Industry demanded that it be late.": [
        (["Chamber of Commerce and Industry"], [], [])
    ],
    "A diplomat asked not to be quoted.": [],
    "Mawlawi Per Dahl left. Mawlawi Dahl said it was late.": [(["Per Dahl"], [], [])],
    # Whom somebody met tells it; Mrs. Dahl is not Mark Dahl; the three may be states.
    "Envoy Rosa Quill said she had met Minister Per Dahl, who told her that it was late.": [
        (["Per Dahl"], ["Rosa Quill"], [])
    ],
    "Envoy Rosa Quill said she had met Minister Per Dahl, who smiled.": [(["Rosa Quill"], [], [])],
    "Denmark, Norway and Iceland agreed to share it. The three said it was late.": [
        (["Denmark", "Norway", "Iceland"], [], []),
        (["Denmark", "Norway", "Iceland"], [], []),
    ],
    "Denmark and Norway agreed to share it. The three said it was late.": [
        (["Denmark", "Norway"], [], []),
        ([], [], []),
    ],
    "Minister Rosa Quill recalled having been assured by Peru's Luz Paz that the pier would open.": [(["Luz Paz"], ["Rosa Quill"], [])],
    "In the words of Minister Rosa Quill, as relayed to the press by envoy Per Dahl, “the bay is ours.”": [(["Rosa Quill"], ["Per Dahl"], ["the bay is ours."])],
    "According to Rosa Quill, who runs the port for the council, the bay is ours.": [(["Rosa Quill"], [], [])],
    "Minister Rosa Quill quoted Admiral Per Dahl as having said over lunch that “the bay is ours.”": [(["Per Dahl"], ["Rosa Quill"], ["the bay is ours"])],
    "Minister Rosa Quill came. Admiral Per Dahl had hinted, Quill said, that it was late.": [(["Per Dahl"], ["Rosa Quill"], [])],
    "Minister Rosa Quill referred to the visit of Admiral Per Dahl.": [],
    "Minister Rosa Quill referred to the bay as “ours.”": [(["Rosa Quill"], [], ["ours"])],
    "Minister Rosa Quill and envoy Per Dahl agreed at least that it was late.": [(["Rosa Quill", "Per Dahl"], [], [])],
    "Minister Rosa Quill said it was late, wondering aloud why nobody had come.": [(["Rosa Quill"], [], []), (["Rosa Quill"], [], [])],
    "Wondering aloud why nobody had come, Minister Rosa Quill left.": [],
    "Minister Rosa Quill, who had been wondering aloud when lunch would be served, said it was late.": [(["Rosa Quill"], [], [])],
    "Minister Rosa Quill did not say why it was late, but hinted that it was cold.": [(["Rosa Quill"], [], []), (["Rosa Quill"], [], [])],
    "Minister Tanel Must said it was late. “Very late,” Must said.": [(["Tanel Must"], [], []), (["Tanel Must"], [], ["Very late"])],
    "Peru's minister, Luz Paz, on the new pier in Lima: “It is late.”": [(["Luz Paz"], [], ["It is late."])],
    "And this from Minister Rosa Quill, on a day of short answers: “It is late.”": [(["Rosa Quill"], [], ["It is late."])],
    "Minister Rosa Quill, on the plans of envoy Per Dahl: “They are late.”": [(["Rosa Quill"], [], ["They are late."])],
    "What they said in Avel:\n\n• “The sea is small.” – Rosa Quill (deputy minister)\n• “And cold.” – Per Dahl (envoy)": [(["Rosa Quill"], [], ["The sea is small."]), (["Per Dahl"], [], ["And cold."])],
    "Overheard in Avel\n\n“Nobody reads the annex.” (a delegate, in the lift)\n\n“I wrote the annex.” (Per Dahl, envoy, in the same lift)": [([], [], ["Nobody reads the annex."]), (["Per Dahl"], [], ["I wrote the annex."])],
    "A voice from the port:\n\n“The bay is ours.”": [([], [], ["The bay is ours."])],
    "Minister Rosa Quill met Luz Paz. Paz, Quill went on, had warned her that it was late.": [(["Luz Paz"], ["Rosa Quill"], [])],
    "Minister Rosa Quill met Luz Paz. Paz went on, and Quill warned that it was late.": [(["Rosa Quill"], [], [])],
    "Admiral Per Dahl, according to Minister Rosa Quill, promised in a call that both ships would sail.": [(["Per Dahl"], ["Rosa Quill"], [])],
    "Admiral Per Dahl had told her, according to Minister Rosa Quill, that it was late.": [(["Per Dahl"], ["Rosa Quill"], [])],
    "According to Minister Rosa Quill, Admiral Per Dahl left. Envoy Tom Okello said that it was late.": [(["Rosa Quill"], [], []), (["Tom Okello"], [], [])],
    "Minister Rosa Quill predicted more such visits in the coming year.": [(["Rosa Quill"], [], [])],
    "The ship ran “dark and quiet” for days before Minister Rosa Quill disclosed that it was late.": [(["Rosa Quill"], [], [])],
    "The ship was “dark and quiet”, Minister Rosa Quill said.": [(["Rosa Quill"], [], ["dark and quiet"])],
    "As envoy Per Dahl recounted it, Minister Rosa Quill had replied that “the bay is ours.”": [(["Per Dahl"], [], []), (["Rosa Quill"], ["Per Dahl"], ["the bay is ours"])],
    "Press officer Oda Brekke came. It rained. According to her, he wants the pier closed.": [([], ["Oda Brekke"], [])],
    # Names with particles, initials and words of two kinds.
    "Envoy Per Abu al-Nasr left. “It is late,” Abu al-Nasr said.": [(["Per Abu al-Nasr"], [], ["It is late"])],
    "Envoy Eoghan Mac an tSaoir said it was late. “It is,” Mac an tSaoir said.": [(["Eoghan Mac an tSaoir"], [], []), (["Eoghan Mac an tSaoir"], [], ["It is"])],
    "Sally Day, the deputy envoy, said it was late.": [(["Sally Day"], [], [])],
    "Transport Minister T.K. Nair said it was late.": [(["T.K. Nair"], [], [])],
    "Minister of Roads and Transport E. Anu said it was late. She said it was cold. Erdene Anu smiled.": [(["Erdene Anu"], [], []), (["Erdene Anu"], [], [])],
    "Minister of Herding E. Anu said it was late.": [(["E. Anu"], [], [])],
    "The Minister for Ports, Dr Ngozi Friday, on Monday said it was late. “It is,” Friday said on Tuesday.": [(["Ngozi Friday"], [], []), (["Ngozi Friday"], [], ["It is"])],
    "Minister Rosa Quill left. Envoy Per Dahl said it was dark. Chargé d'affaires Tom Okello said it was cold. The two diplomats said it was late.": [(["Per Dahl"], [], []), (["Tom Okello"], [], []), (["Per Dahl", "Tom Okello"], [], [])],
    # Reported speech goes to whoever is told of, with or without a name.
    "Minister Rosa Quill said one of the envoys, whom she would not name, had called the pact “a joke.”": [([], ["Rosa Quill"], ["a joke"])],
    "Minister Rosa Quill said an officer whom she declined to name had told her that it was late.": [([], ["Rosa Quill"], [])],
    "Minister Rosa Quill said that somebody in the office of Admiral Per Dahl had let it be known that it was late.": [([], ["Rosa Quill"], [])],
    "Minister Rosa Quill quoted unnamed officers as warning that it was late.": [([], ["Rosa Quill"], [])],
    "Minister Rosa Quill said she had it from Admiral Per Dahl himself that it was late.": [(["Per Dahl"], ["Rosa Quill"], [])],
    "Minister Rosa Quill said she had heard from several envoys, whom she would not name, that it was late.": [([], ["Rosa Quill"], [])],
    "Minister Rosa Quill said she had learned from the newspapers that it was late.": [(["Rosa Quill"], [], [])],
    "Minister Rosa Quill said she had received assurances from Admiral Per Dahl that it was late.": [(["Per Dahl"], ["Rosa Quill"], [])],
    "Minister Rosa Quill attributed to Admiral Per Dahl the view that it was late.": [(["Per Dahl"], ["Rosa Quill"], [])],
    "Minister Rosa Quill attributes to Admiral Per Dahl the words “the bay is ours.”": [(["Per Dahl"], ["Rosa Quill"], ["the bay is ours"])],
    "Minister Rosa Quill credited Admiral Per Dahl with the line “the bay is ours.”": [(["Per Dahl"], ["Rosa Quill"], ["the bay is ours"])],
    "According to Minister Rosa Quill, her guest, Per Dahl, informed her by telephone that it was late.": [(["Per Dahl"], ["Rosa Quill"], [])],
    "In Rosa Quill's telling, Admiral Per Dahl called her at home and told her that it was late.": [(["Per Dahl"], ["Rosa Quill"], [])],
    "Minister Rosa Quill repeated what Per Dahl, the head of the coast watch, had said to her: “The bay is ours.”": [(["Per Dahl"], ["Rosa Quill"], ["The bay is ours."])],
    "Minister Rosa Quill told the house what Admiral Per Dahl had told her: that it was late.": [(["Per Dahl"], ["Rosa Quill"], [])],
    "Minister Rosa Quill explained what she meant: “The bay is ours.”": [(["Rosa Quill"], [], ["The bay is ours"])],
    "“Bring the map,” Admiral Per Dahl had told her before they met, Norway's Rosa Quill recalled.": [(["Per Dahl"], ["Rosa Quill"], ["Bring the map"])],
    "Minister Rosa Quill said that in Avel Admiral Per Dahl had made clear to her, before witnesses, that it was late.": [(["Per Dahl"], ["Rosa Quill"], [])],
    "Minister Rosa Quill said that when they met, Admiral Per Dahl had assured her that it was late.": [(["Per Dahl"], ["Rosa Quill"], [])],
    "Minister Rosa Quill said Admiral Per Dahl had told her something different.": [(["Rosa Quill"], [], [])],
    "Admiral Per Dahl was quoted by a member of the council, Rosa Quill, as having called the pact “a joke.”": [(["Per Dahl"], ["Rosa Quill"], ["a joke"])],
    "Spokeswoman Rosa Quill referred reporters to the chief of staff, Admiral Per Dahl, who, she noted, had told the house that it was late.": [(["Per Dahl"], ["Rosa Quill"], [])],
    "Minister Rosa Quill relayed her colleague Per Dahl's assurance that it was late.": [(["Per Dahl"], ["Rosa Quill"], [])],
    # Whose words they are without a verb of speech, and with the verb of another.
    "“Let them come,” came the answer from Minister Rosa Quill.": [(["Rosa Quill"], [], ["Let them come"])],
    "“At last,” came a voice from behind the pillar.": [([], [], ["At last"])],
    "The bay is “as good as closed,” if Minister Rosa Quill is to be believed.": [(["Rosa Quill"], [], ["as good as closed"])],
    "If Minister Rosa Quill is to be believed, the bay is closed.": [(["Rosa Quill"], [], [])],
    "The bay, to hear Minister Rosa Quill tell it, will be closed.": [(["Rosa Quill"], [], [])],
    "For Minister Rosa Quill, the pact is “a roof.” For her colleague, Admiral Per Dahl, it is “a plank.”": [(["Rosa Quill"], [], ["a roof"]), (["Per Dahl"], [], ["a plank"])],
    "For Minister Rosa Quill, Avel built a pier.": [],
    "Minister Rosa Quill called the pact “a roof,” Admiral Per Dahl “a plank.”": [(["Rosa Quill"], [], ["a roof"]), (["Per Dahl"], [], ["a plank"])],
    "Minister Rosa Quill said the pact was safe, Admiral Per Dahl that it was not.": [(["Rosa Quill"], [], []), (["Per Dahl"], [], [])],
    "“Go,” said Minister Rosa Quill. “Stay,” Admiral Per Dahl.": [(["Rosa Quill"], [], ["Go"]), (["Per Dahl"], [], ["Stay"])],
    "Minister Rosa Quill met “the lads,” Admiral Per Dahl “the cooks.”": [],
    "The bay, wrote Minister Rosa Quill in an essay, “is closed.”": [(["Rosa Quill"], [], ["is closed"])],
    "Minister Rosa Quill and Admiral Per Dahl wrote in a joint essay published on Friday that it was late.": [(["Rosa Quill", "Per Dahl"], [], [])],
    "Minister Rosa Quill warned Avel against “playing with matches.”": [(["Rosa Quill"], [], ["playing with matches"])],
    "Reporters asked Minister Rosa Quill whether it was late. “Never,” she said.": [([], [], []), (["Rosa Quill"], [], ["Never"])],
    # Quotations signed in a line, in brackets, or announced.
    "“The bay is ours.” Rosa Quill, Norway's deputy envoy": [(["Rosa Quill"], [], ["The bay is ours."])],
    "“The bay is ours.”\n\nAdmiral Per Dahl, chief of the navy": [(["Per Dahl"], [], ["The bay is ours."])],
    "“Who has the pen?” (voice from the back row)": [([], [], ["Who has the pen?"])],
    "Heard on the pier: “The bay is ours.” (Minister Rosa Quill)": [(["Rosa Quill"], [], ["The bay is ours."])],
    "A voice from the pier:\n\n“The bay is ours.”\nRosa Quill, Minister of Ports": [(["Rosa Quill"], [], ["The bay is ours."])],
    "Quote of the day: “The bay is ours.” — Rosa Quill, deputy envoy": [(["Rosa Quill"], [], ["The bay is ours."])],
    "And one from a pilot who asked not to be named: “The bay is ours.”": [([], [], ["The bay is ours."])],
    "Here is Minister Rosa Quill on the pier: “The bay is ours.”": [(["Rosa Quill"], [], ["The bay is ours."])],
    "Norway's envoy, Rosa Montenegro Quill, on the pier in Avel: “The bay is ours.”": [(["Rosa Montenegro Quill"], [], ["The bay is ours."])],
    "Minister Rosa Quill left.\n\nTell us in confidence: tips@avel.example": [],
    "An earlier version said the ship was Danish.": [],
    # Who goes on after a quotation, by whatever word.
    "Ambassador Per Dahl said it was late. Rep. Tom Okello left. “It is,” the envoy said.": [(["Per Dahl"], [], []), (["Per Dahl"], [], ["It is"])],
    "Minister Rosa Quill left. Her Danish colleague, Per Dahl, noted that it was late. “It is,” the minister said.": [(["Per Dahl"], [], []), (["Per Dahl"], [], ["It is"])],
    "Per Dahl, whose group has a boat, said it was late. “It is,” the leader quipped.": [(["Per Dahl"], [], []), (["Per Dahl"], [], ["It is"])],
    "Admiral Per Dahl said it was late. “It is,” the sailor said.": [(["Per Dahl"], [], []), (["Per Dahl"], [], ["It is"])],
    "A sailor left. Admiral Per Dahl said it was late. “It is,” the sailor said.": [(["Per Dahl"], [], []), ([], [], ["It is"])],
    "Minister Rosa Quill said General Per Dahl was late. “He is,” the general said.": [(["Rosa Quill"], [], []), (["Per Dahl"], [], ["He is"])],
    "Minister Rosa Quill said it was late.\n\n“It is,” the sailor said.": [(["Rosa Quill"], [], []), ([], [], ["It is"])],
    "Chile's foreign minister, Rosa Quill, left. The chancellor said it was late.": [(["Rosa Quill"], [], [])],
    "Minister Rosa Quill hosted her guest, Interior Minister Per Dahl. It rained. The minister said it was late.": [(["Rosa Quill"], [], [])],
    "Minister Rosa Quill said her government had offered to leave.": [(["Rosa Quill"], [], [])],
    "Sheikh Sultan bin Obaid Al Mazrouei, the envoy, left. Sheikh Sultan bin Obaid said it was late. “It is,” Sheikh Sultan said.": [(["Sultan bin Obaid Al Mazrouei"], [], []), (["Sultan bin Obaid Al Mazrouei"], [], ["It is"])],
    "Deputy Minister of National Defence of Vietnam General Per Dahl expressed his thanks for the dinner.": [(["Per Dahl"], [], [])],
    # An age, an occupation and relatives in apposition; a critic goes on.
    "Per Dahl, 71, a retired driver who is no relation to the governor, said it was late. “It is,” he said.": [(["Per Dahl"], [], []), (["Per Dahl"], [], ["It is"])],
    "Per Dahl, head of the port and no relation of the minister, said it was late. He said it was cold.": [(["Per Dahl"], [], []), (["Per Dahl"], [], [])],
    "Per Dahl, a physicist and campaigner, said it was late. “It is,” he said.": [(["Per Dahl"], [], []), (["Per Dahl"], [], ["It is"])],
    "Per Dahl, Rosa Quill and Tom Okello said it was late.": [(["Per Dahl", "Rosa Quill", "Tom Okello"], [], [])],
    "Critic Per Dahl accused the minister of “shopping.” “We wait,” he wrote.": [(["Per Dahl"], [], ["shopping"]), (["Per Dahl"], [], ["We wait"])],
    # Namesakes: whoever alone was named in full just before; names that are titles.
    "Minister Rosa Dahl left. Hon. Per Dahl, who is not related to the minister, gave boats. “It is late,” Dahl said.": [([], [], ["It is late"])],
    "Minister Rosa Dahl met Per Dahl. “It is late,” Dahl said.": [([], [], ["It is late"])],
    "Minister Rosa Dahl left. Per Dahl came. Dahl smiled. It rained. “It is late,” Dahl said.": [([], [], ["It is late"])],
    "Trinidad's Rashid Bishop, the mediator, met a bishop. Bishop said it was late.": [(["Rashid Bishop"], [], [])],
    "Dale King, the envoy, met the king. “It is late,” King said.": [(["Dale King"], [], ["It is late"])],
    "Governor Philomena Achieng’ Odera left. Odera said it was late.": [(["Philomena Achieng’ Odera"], [], [])],
    "The secretary's press officer said it was late. “It is,” said the officer, Rosa Quill.": [(["Rosa Quill"], [], []), (["Rosa Quill"], [], ["It is"])],
    "Minister Rosa Dahl left. It rained. The port is old. Hon. Per Dahl, who is not related to the minister, gave boats. “It is late,” Dahl said.": [(["Per Dahl"], [], ["It is late"])],
    # What comes between a name and its verb, and words of two kinds.
    "Per Dahl, a critic whose house is near the bay, said it was late.": [(["Per Dahl"], [], [])],
    "Minister Rosa Quill said the fund, set up in the '90s, would pay.": [(["Rosa Quill"], [], [])],
    "Envoy Do Mi-ran left. Do also noted that it was late.": [(["Do Mi-ran"], [], [])],
    "Rosa Quill quoted the envoy, Per Dahl, who also attended, as having told the closed session that it was late.": [(["Per Dahl"], ["Rosa Quill"], [])],
    "It was said in the corridors that it was late.": [([], [], [])],
    "Minister Rosa Quill begged to differ.": [],
    "Minister Rosa Quill pointed to the Defense Ministry.": [],
    "Minister Rosa Quill pointed to a leak in the hull.": [(["Rosa Quill"], [], [])],
    "“The bay is ours.”\n— a member of the delegation": [([], [], ["The bay is ours."])],
    # Gestures before what is said, lines without a name, and who notes what another told.
    "Asked if it was late, Minister Rosa Quill pointed at the sky and said, “Ask the weather.”": [(["Rosa Quill"], [], ["Ask the weather."])],
    "“The bay is ours.”\n— the Danish delegation": [(["Danish delegation"], [], ["The bay is ours."])],
    "Rosa Quill, water minister of Vanuatu, on whether it will rain: “Ask him.”": [(["Rosa Quill"], [], ["Ask him."])],
    "Minister Rosa Quill left. You can call us or tell us what you think.": [],
    "Asked about it, envoy Tom Okello referred reporters to the chief of staff, Admiral Per Dahl, who, he noted, had told the house that it was late.": [(["Per Dahl"], ["Tom Okello"], [])],
    # Capitals of all states; the words of somebody; what a passage responds to.
    "Banjul said it was late.": [(["Gambia"], [], [])],
    "Minister Rosa Quill repeated the words of Admiral Per Dahl: “The bay is ours.”": [(["Per Dahl"], ["Rosa Quill"], ["The bay is ours."])],
    # Rightly left open, or nobody's words.
    "Per Dahl said he had been stopped. “Papers,” the officer said.": [(["Per Dahl"], [], []), ([], [], ["Papers"])],
    "Minister Rosa Quill said the port was shut. “I sleep here,” the villager said.": [(["Rosa Quill"], [], []), ([], [], ["I sleep here"])],
    "Villager Per Dahl said it was late. “How late?” the reporter asked.": [(["Per Dahl"], [], []), ([], [], ["How late?"])],
    "Minister Rosa Quill said the “pact” had pleased Ada Brekke and Per Dahl “no end.”": [(["Rosa Quill"], [], ["pact", "no end"])],
    "For Minister Rosa Quill, the day ended with a “surprise” in Avel.": [],
    "Minister Rosa Quill said she had learned from her mistakes that it was late.": [(["Rosa Quill"], [], [])],
    "Minister Rosa Quill met her guest, Minister Per Dahl. “It is late,” the minister said.": [([], [], ["It is late"])],
    # Offices with several fields, a body of a state, brackets after a rank; a Ministry's Director.
    "Coordinating Minister for Political and Maritime Affairs Sulastri said it was late.": [(["Sulastri"], [], [])],
    "Chief of the Peruvian coast guard Rear Admiral Tom Okello noted that it was late.": [(["Tom Okello"], [], [])],
    "The AU Commissioner for Trade, Mining and Industry, Ambassador Rosa Quill, said it was late.": [(["Rosa Quill"], [], [])],
    "The Commissioner for Health, Women and Youth said it was late.": [([], [], [])],
    "Maj. Gen. (Naval) Datuk Per Dahl welcomed the pact.": [(["Per Dahl"], [], [])],
    "The Ministry of Defence's Director General for Naval Affairs, Rosa Quill, said it was late.": [(["Rosa Quill"], [], [])],
    "“It is late,” said finance ministers Rosa Quill of Fiji and Per Dahl of Malta in a joint statement issued in Rome.": [(["Rosa Quill", "Per Dahl"], [], ["It is late"])],
    # One of several is nobody in particular; what is “rather than” another thing.
    "A diplomat of one coastal state said it was late.": [([], [], [])],
    "One envoy said it was late. Envoy Tom Okello left.": [([], [], [])],
    "Per Dahl, an analyst in Avel, said sailors rather than ministers would decide.": [(["Per Dahl"], [], [])],
    # Who passes on what another told, who speaks for somebody, whom somebody cites.
    "Envoy Tom Okello carried a letter from his Polish colleague, Jan Wolan, who had written that the port was shut.": [(["Jan Wolan"], ["Tom Okello"], [])],
    "Minister Rosa Quill conveyed word from Admiral Per Dahl, who said that the bay was clear.": [(["Per Dahl"], ["Rosa Quill"], [])],
    "Minister Rosa Quill recalled a dinner with Per Dahl, who liked fish.": [],
    "Minister Rosa Quill said through her spokesman, Per Dahl, that it was late.": [(["Rosa Quill"], ["Per Dahl"], [])],
    "Minister Rosa Quill said through an interpreter that it was late.": [(["Rosa Quill"], [], [])],
    "Spokesman Per Dahl, citing his minister, Rosa Quill, said it was late.": [(["Rosa Quill"], ["Per Dahl"], [])],
    "Minister Ida Berg left. Her spokeswoman, Ms. Quill, spoke. The minister, Ms. Quill added, regards the case as closed.": [(["Ida Berg"], ["Quill"], [])],
    "The minister, Rosa Quill, had accepted the invitation, her spokesman Per Dahl said.": [(["Rosa Quill"], ["Per Dahl"], [])],
    "Minister Rosa Quill said Admiral Per Dahl had instructed her not to sail.": [(["Per Dahl"], ["Rosa Quill"], [])],
    "Minister Rosa Quill said Dahl had promised her a ship by May. “He was kind,” she said.": [(["Dahl"], ["Rosa Quill"], []), (["Rosa Quill"], [], ["He was kind"])],
    # Names in quotation marks; a statement by somebody as a heading; who signs; a body of the list.
    "The patrol, called “Safe Harbor,” began. Minister Rosa Quill called it “Slow.”": [(["Rosa Quill"], [], ["Slow"])],
    "Statement by Defence Minister Rosa Quill of Malta on the port:\n\n“The bay is ours, whoever says no.\n\n“It will be.”": [(["Rosa Quill"], [], ["The bay is ours, whoever says no.", "It will be."])],
    "“The bay is ours.”\n— Vice Admiral Per Dahl, commander of the Danish task force": [(["Per Dahl"], [], ["The bay is ours."])],
    "South Korea will sail, the Joint Chiefs of Staff (JCS) said. South Korea's Joint Chiefs of Staff said it was late.": [(["Joint Chiefs of Staff"], [], []), (["Joint Chiefs of Staff"], [], [])],
    "Minister Rosa Quill left. She was referring to a letter of May 2 in which she had resigned.": [],
    "Minister Rosa Quill pledged Rs3.5 billion for the port, while Envoy Tom Okello pledged Sh2.1 million.": [(["Rosa Quill"], [], []), (["Tom Okello"], [], [])],
    # Whom somebody remembers saying so, and who reads a letter out; sources without a name.
    "Envoy Tom Okello recounted his Polish host, Minister Jan Wolan, telling the board that it was late.": [(["Jan Wolan"], ["Tom Okello"], [])],
    "Spokesman Per Dahl read to sailors in Rome from a letter in which the envoy, Rosa Quill, says, “It is late.”": [(["Rosa Quill"], ["Per Dahl"], ["It is late."])],
    "One delegate, who did not wish to be named, remembered Minister Rosa Quill warning at lunch that it was late.": [(["Rosa Quill"], [], [])],
    "Minister Rosa Quill wrote to her guest, telling him that the port was shut, according to two officials.": [(["Rosa Quill"], [], [])],
    # Two names in a row of words; words between a verb's parts; an officer is a colonel, too.
    "Minister Rosa Quill noted that over breakfast Senior Colonel Per Dahl had himself admitted that it was late.": [(["Per Dahl"], ["Rosa Quill"], [])],
    "Colonel Per Dahl asked who would pay. It was late, the officer warned.": [(["Per Dahl"], [], []), (["Per Dahl"], [], [])],
    "Vice-Adm Per Dahl left. “It is late,” said Vice-Adm Dahl, adding that he would stay.": [(["Per Dahl"], [], ["It is late"]), (["Per Dahl"], [], [])],
    "“It is late,” said the minister, Rosa Quill, warning that the port was shut.": [(["Rosa Quill"], [], ["It is late"]), (["Rosa Quill"], [], [])],
    "“It is late,” said the minister, Rosa Quill, referring to the port.": [(["Rosa Quill"], [], ["It is late"])],
    "Gergely Nagy of Hungary warned that it was late.": [(["Gergely Nagy"], [], [])],
    "Envoy Ada de' Bruni left. “It is late,” de' Bruni said.": [(["Ada de' Bruni"], [], ["It is late"])],
    # A counterpart with a rank; a former office; by somebody's account.
    "Avel's chairman, Gen. Tom Okello, met his Polish counterpart, Lt. Gen. Jan Wolan. The chairman said it was late, and the visiting general said no.": [(["Tom Okello"], [], []), (["Jan Wolan"], [], [])],
    "“It is late,” said Rosa Quill, the port's chief. The former Norwegian minister conceded that it had cost much, but was adamant that it would stay.": [(["Rosa Quill"], [], ["It is late"]), (["Rosa Quill"], [], []), (["Rosa Quill"], [], [])],
    "Admiral Per Dahl left. At lunch, by Dahl's account, his Polish counterpart, General Jan Wolan, had voiced regret over the loss.": [(["Jan Wolan"], ["Per Dahl"], [])],
    "Minister Nalin Perera left. Legislator Rosa Quill, his cousin, said it was late; she demanded that it be read.": [(["Rosa Quill"], [], []), (["Rosa Quill"], [], [])],
    # Nothing is said in so many words.
    "Envoy Rosa Quill, when she was asked to confirm this, smiled and said it was late.": [(["Rosa Quill"], [], [])],
    "Minister Rosa Quill described the port in some detail.\n\n“It is deep. We found a boat there.”": [(["Rosa Quill"], [], []), (["Rosa Quill"], [], ["It is deep. We found a boat there."])],
    "Officers on the pier pronounced the bay “quiet” in a joint note that the spokesman, Per Dahl, signed.": [([], [], ["quiet"])],
    "Minister Rosa Quill put the number of boats at sixty-one.": [(["Rosa Quill"], [], [])],
    "Dahl and Okello reported from Gori. They said so.": [],
    "Avel was dark for the whole of the day, and for the night that followed it, and then for a week. And this from the Speaker, Rosa Quill:\n\n“It is late.”": [(["Rosa Quill"], [], ["It is late."])],
    # What a spokesman denies that others did; by whom somebody was told, or has heard.
    "Spokesman Per Dahl denied that Minister Rosa Quill had promised to sail.": [(["Per Dahl"], [], [])],
    "The minister, Rosa Quill, was told by Malta's envoy, Tom Okello, on Friday that the port was shut.": [(["Tom Okello"], [], [])],
    "Minister Rosa Quill said she had heard from Peru's ambassador, Tom Okello, that the ship had sailed.": [(["Tom Okello"], ["Rosa Quill"], [])],
    "Minister Rosa Quill cited Envoy Tom Okello as having assured her over the weekend that it was late.": [(["Tom Okello"], ["Rosa Quill"], [])],
    "Replying to a question from Senator Tom Okello about the port, Minister Rosa Quill told the house it was late.": [(["Rosa Quill"], [], [])],
    "“It is late,” Minister Rosa Quill told the paper, which had asked her about the port.": [(["Rosa Quill"], [], ["It is late"])],
    # Names of several words, and of words that are something else: Can, Bishop, Peru's Mori.
    "Envoy Rosa de la Peña y Mora left. It was late, de la Peña said.": [(["Rosa de la Peña y Mora"], [], [])],
    "Trade Minister Deniz Can said it was late. Can also announced that it would stay.": [(["Deniz Can"], [], []), (["Deniz Can"], [], [])],
    "Deputy Assistant Secretary of State Angela Bishop left. “It is late,” Bishop said.": [(["Angela Bishop"], [], ["It is late"])],
    "Trade Minister Rosa Olmo left. Mexico's Olmo said it was late.": [(["Rosa Olmo"], [], [])],
    # Words that only an occasion or a line tells whose they are.
    "The port will shut. And from the envoy, Rosa Quill, in a message to sailors in Rome:\n\n“It is late.”": [(["Rosa Quill"], [], ["It is late."])],
    "“I have seen both.” – Malta's Tom Okello, an hour later": [(["Tom Okello"], [], ["I have seen both."])],
    "With the words “Enough of it,” Vice Admiral Per Dahl, the fleet's chief, closed the talks.": [(["Per Dahl"], [], ["Enough of it"])],
    "Minister Rosa Quill opened the talks with the words “It is late.”": [(["Rosa Quill"], [], ["It is late."])],
    "It ended with the words “The End.”": [],
    # Whose account it is; who was named with “the two envoys”; a speech that is only cited.
    "Envoy Tom Okello's account was short: the boats had stopped, he said.": [(["Tom Okello"], [], [])],
    "Minister Rosa Quill left. Envoy Tom Okello's account was short: the boats had stopped, he said.": [([], [], [])],
    "The two envoys, Rosa Quill and Tom Okello, shook hands. “We are done,” they said.": [(["Rosa Quill", "Tom Okello"], [], ["We are done"])],
    "The envoys met other ministers. Rosa Quill and Tom Okello shook hands. “We are done,” they said.": [(["Rosa Quill", "Tom Okello"], [], ["We are done"])],
    "It is late, Minister Rosa Quill said, citing Envoy Tom Okello's speech in the house.": [(["Rosa Quill"], [], [])],
}  # fmt: skip


@pytest.mark.parametrize("text", CREDITED)
def test_who_is_credited(text: str) -> None:
    rows = [
        (
            [name for mention in a.attributed_to for name in mention.resolved],
            [name for mention in a.voiced_by for name in mention.resolved],
            [text[quote.start : quote.end] for quote in a.quotes],
        )
        for a in read_article(text).attributions
    ]
    assert rows == CREDITED[text]


# text: the words reported, on both sides of a cue between commas
INSERTED = {
    "Minister Rosa Quill accused Malian forces of crossing the bay.": (
        "Malian forces of crossing the bay"
    ),
    "Minister Rosa Quill proposed a code of conduct, so that nobody has to wait for a loss.": (
        "a code of conduct, so that nobody has to wait for a loss"
    ),
    "Fiji on Monday urged Malta to send a ship, after a mine had sunk a boat.": (
        "Malta to send a ship"
    ),
    "Minister Rosa Quill warned against sailing before the bay had been cleared.": (
        "sailing before the bay had been cleared"
    ),
    "Minister Rosa Quill left. When the board lit up, she said, the name was red.": (
        "When the board lit up, she said, the name was red"
    ),
    "Minister Rosa Quill left. They met twice, she said, once in Rome.": (
        "They met twice, she said, once in Rome"
    ),
    "Minister Rosa Quill left. He had asked twice, she said of her guest.": "He had asked twice",
    "Minister Rosa Quill left. He had asked, she said in a letter on Friday.": "He had asked",
    "Minister Rosa Quill left for Baku, where, her office said, she would stay.": "she would stay",
    "Minister Rosa Quill left. Between those two, she joked, he would need a boat.": (
        "Between those two, she joked, he would need a boat"
    ),
    "The bay, Minister Rosa Quill said, was dark and had been announced to be so.": (
        "The bay, Minister Rosa Quill said, was dark and had been announced to be so"
    ),
    "Minister Rosa Quill said about 40 ships would sail.": "about 40 ships would sail",
    "Minister Rosa Quill assured that it was late, in response to the worries of her guest.": (
        "that it was late"
    ),
    "An envoy said the wording had been softened.": "the wording had been softened",
    "Minister Rosa Quill doubted the date would hold.": "the date would hold",
    "Minister Rosa Quill stressed the talks cost nobody anything.": "the talks cost nobody anything",
    "The bay, Minister Rosa Quill disclosed, would be closed.": (
        "The bay, Minister Rosa Quill disclosed, would be closed"
    ),
    "Its ships sailed on a Sunday, Minister Rosa Quill told sailors in Avel, because it was late.": (
        "Its ships sailed on a Sunday, Minister Rosa Quill told sailors in Avel, because it was late"
    ),
}


@pytest.mark.parametrize("text", INSERTED)
def test_what_is_reported_around_a_cue(text: str) -> None:
    anchors = [a.anchor for a in read_article(text).attributions]
    assert [text[anchor.start : anchor.end] for anchor in anchors] == [INSERTED[text]]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Rosa Quill did not say that the bay was closed.",
        "Minister Rosa Quill never suggested that it was late.",
        "Minister Rosa Quill refused to be drawn on the cost.",
        "Minister Rosa Quill declined to take questions.",
        "It was not Minister Rosa Quill who said the bay was closed.",
        "If Minister Rosa Quill says the bay is closed, it is.",
        "Minister Rosa Quill may have said that the bay was closed.",
        "Nobody knows whether the bay is closed.",
        "Minister Rosa Quill did not say that the deal was “off.”",
        "Minister Rosa Quill did not call the accord “historic.”",
        "The note was one that neither spokesman, Per Dahl or Tom Okello, was willing to discuss.",
        "Minister Rosa Quill laughed, said goodbye and walked to her car.",
        "The offer was accepted by Minister Rosa Quill.",
        "Ministers Rosa Quill and Tom Okello met in Avel on Friday to discuss fish.",
        "Avel to get ferry, Quill says\n\nThe talks went on.",
        "AVEL NEWS\n\nGovt denies base plan\n\nThe talks went on.",
    ],
)
def test_what_is_not_said_is_withheld(text: str) -> None:
    assert [attribution.withheld for attribution in read_article(text).attributions] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Rosa Quill did not deny that the bay was closed.",
        "Avel to get ferry: Minister Quill\n\nThe talks went on.",
        "Envoy No Mi-ran left. No said he had.",
        "It was Minister Rosa Quill who said the bay was closed.",
    ],
)
def test_what_is_said_is_drafted(text: str) -> None:
    assert [attribution.withheld for attribution in read_article(text).attributions] == [False]
