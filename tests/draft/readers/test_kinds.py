"""Which kind of document a text is, by its title and its opening."""

from __future__ import annotations

import pytest

from alliance_archive.draft.readers import kind_of

MET = (
    "\n\n3 May 2031\n\nMinister of Defense Jan Wolan met Minister of Defense Aino Tervola today.\n"
)
ADOPTED = (
    "Review of the Seabed Pact\n\nMinister of Defense Jan Wolan of Poland and Minister of Defense "
    "Aino Tervola of Finland {} the following statement:\n\nWe will guard the cables.\n"
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("AVEL DECLARATION ON FREE PORTS" + MET, "joint-statement"),
        ("Avel Communiqué of the Port Ministers" + MET, "joint-statement"),
        ("Avel Declaration draws fire" + MET, "article"),
        (
            "Statement on ports\n\nJoint statement by the Ministers of Norway and Chile on the closure"
            " of ports in the north and the south.\n" + MET,
            "joint-statement",
        ),
        ("COMMUNIQUÉ ISSUED AT THE CLOSE OF THE MEETING OF MINISTERS" + MET, "joint-statement"),
        ("AGREED STATEMENT" + MET, "joint-statement"),
        ("Communiqué draws fire" + MET, "article"),
        (ADOPTED.format("adopted"), "joint-statement"),
        (ADOPTED.format("read"), "article"),
        ("Minister Wolan meets with Minister Tervola" + MET, "readout"),
        ("Comment by Spokesperson Ana Mir\n\nQ: What was discussed?\n\nA:" + MET[13:], "readout"),
        ("Comment by Minister Ana Mir\n\nQ: What was discussed?\n\nA:" + MET[13:], "transcript"),
        (
            "[Lake Center: a working translation from the Spanish, second revision. Source: the press"
            " bulletin of the port for September. What the translator added is in such brackets.]"
            "\n\nJOINT COMMUNIQUÉ OF THE PORT MINISTERS" + MET,
            "joint-statement",
        ),
        (
            "News release\n3 May 2032\n\nOn May 3 Minister of Defense Jan Wolan and Minister of "
            "Defense Aino Tervola of Finland, on a visit to Poland, visited the sailors in Gdynia.\n",
            "readout",
        ),
        (
            "Press release\n3 May 2032\n\nMinister of Defense Jan Wolan held the 2nd Sea Dialogue "
            "with Aino Tervola, Standing Deputy Minister of Defense of Finland, in Turku.\n",
            "readout",
        ),
        (
            "MFA Press Statement: Visit of Minister for Ports Jan Wolan to Turku\n\nMinister for "
            "Ports Jan Wolan made a working visit to Turku on 3 May 2032.\n\nMinister Wolan called "
            "on Prime Minister Aino Tervola.\n",
            "readout",
        ),
        (
            "Press release\n3 May 2032\n\nMinister of Ports Ada Mori was in Turku on Monday.\n\nIn her "
            "meeting with Prime Minister Aino Tervola, Minister Mori raised the tugs.\n",
            "readout",
        ),
        (
            "Media release\n\nThis week I met the Minister of Ports, Aino Tervola, in Turku.\n\nI "
            "thanked Minister Tervola for the tugs.\n",
            "readout",
        ),
        (
            "Media release\n\nThis week I will meet the Minister of Ports, Aino Tervola, in Turku, "
            "and thank her for the tugs.\n",
            "press-release",
        ),
        (
            "DECLARATION\nby the Ministers of Ports of Norway and Chile\n\nWe, the Ministers of Ports "
            "Jan Wolan and Aino Tervola,\n\nhave adopted this Declaration:\n\nWe will guard cables.",
            "joint-statement",
        ),
        (
            "Press release\n\nDeclaration by the Spokesperson\n\nWe will guard the cables in the "
            "strait from May to September, as the Minister of Ports told the port council.\n",
            "press-release",
        ),
        (
            "MFA Press Statement: Closure of the Strait\n\nMinister for Ports Jan Wolan made clear "
            "on 3 May 2032 that the strait is closed.\n",
            "press-release",
        ),
        (
            "NATO – News: Deputy Secretary General discusses harbors\n3 May 2032\n\nNATO Deputy Secretary "
            "General Ada Mori welcomed the Minister of Defense of Finland, Aino Tervola, to Brussels.\n",
            "readout",
        ),
        (
            "Avel Times – News: Minister discusses harbors\n3 May 2032\n\nMinister of Defense Ada Mori "
            "welcomed the Minister of Defense of Finland, Aino Tervola, to Port Avel on Monday.\n",
            "article",
        ),
        (
            "Press release\n\nNorway and Chile,\n\nRecalling their treaty,\n\nHereby decide to "
            "open the port.\n",
            "joint-statement",
        ),
        (
            "Jakarta (ANTARA) - Minister of Ports Jan Wolan said on Monday that the strait is closed."
            "\n\n“We will not leave,” Wolan said.\n\nReporter: Dewi Berg\nEditor: Rah Hale\n",
            "article",
        ),
        ("AGREED STATEMENT of the Commission" + MET, "joint-statement"),
        ("COMMUNIQUÉ ISSUED AT THE END OF THE MEETING OF HEADS" + MET, "joint-statement"),
        (
            "Minister Wolan meets with Minister Tervola" + MET + "“It went well,” he said.",
            "article",
        ),
    ],
)
def test_the_form_of_a_text_tells_its_kind(text: str, kind: str) -> None:
    assert kind_of(text) == kind
