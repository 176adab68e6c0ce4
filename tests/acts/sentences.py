"""Invented quotations for the held-out set, of the kinds that ministers and spokespersons utter."""

from __future__ import annotations

SENTENCES = tuple(
    line
    for line in """\
We will not leave the harbor towns of Velmara to face the winter storms alone.
The two navies will patrol the Kessel Strait together for seven months of every year.
I do not believe that a fence around the delta is what the fishermen asked us for.
At least 40 vessels were turned back before the inspectors had read a single manifest.
The U.S. radar at Point Arden can see farther than anything our neighbors have built.
We cannot promise quiet waters, but we can promise that nobody will row through them unseen.
Our defense budget grows by twelve percent because the ice is melting faster than the treaties.
The ferry program carried 1,000 families home, and it will carry the rest before autumn.
It is a matter of honor for every captain in the coast guard that the lamps stay lit.
We have asked Marisol to chair the commission, and she has agreed to start on Monday.
The organization of the convoy was left to three lieutenants who had never met before.
There is no lighthouse on that island, and there should be no missile battery on it either.
We may open the northern railway to grain before we open it to passengers.
They must return the survey maps to Ostrava before the joint drills begin in April.
Nearly 300 engineers slept in tents so that the bridge at Lindholm could reopen.
I am not going to apologize for asking who paid for the second pipeline.
The pact with Tarsus gives us twenty-five years of fresh water and asks for patience in return.
We recognize that the labor unions were the first to warn us about the unloading cranes.
No government in this room wants the ceasefire on the plateau to end with the harvest.
They have moved two brigades toward the border, and that is two more than they told us about.
The talks in Havelock were frank, rather long, and considerably colder than the coffee.
Our pilots fly with the pilots of Norrland because the sky over the gulf has no corners.
The minister and I agreed that the hospital ships should sail under both flags.
It is easier to count the submarines than to count the reasons for building them.
We shall keep the embargo in place until the last captured trawler is back in Port Selwyn.
The center of our policy is the student who wants to study on the other side of the river.
I would rather defend an unpopular bridge than a popular wall.
Some of my colleagues traveled for three days to sign a page that took an hour to read.
The new hotline between the two staffs rang for the first time last night, by mistake.
We do not think that another summit without the Ondari delegation would settle the wells.
Seven governments have now endorsed the Calder principles on undersea cables.
Every cable that lands on our beaches is guarded by somebody's younger cousin.
This alliance is the keel of the whole archipelago, and keels are not for bargaining.
We should modernize the old artillery ranges into wetlands, and the generals know it.
The exercise called Silver Heron will involve 4,500 sailors and not one live round.
I am convinced that the satellite images from Tuesday show tractors, not launchers.
They asked for forty helicopters; we offered twelve, and we delivered them a month early.
The fishermen of Brannoch do not read communiques, they read the tide tables.
Our answer to the blockade of Ilmen was soup kitchens, and it worked better than cruisers.
It is the behavior of the escort ships, not their number, that worries the pilots.
The customs union will survive this quarrel, as it survived the quarrel over sugar beets.
We must speak to Keldan about the dam before the spring floods speak to everybody.
Whoever cut the buoy line near Amsel Point knew exactly what the currents would do.
The U.S. delegation brought charts, and the hosts brought the people who live on them.
I cannot accept a timetable that was written by the side that owns the clock.
More than 60 mayors signed the appeal, and none of them is known for signing things.
The airfield at Rostrum is open to our allies by day and to their mechanics by night.
We are grateful for the cooperation of the harbor pilots during the evacuation.
A mutual guarantee is worth as much as the second signature under it.
The verdict of the tribunal on the Sorrel shoals is binding, however loudly it is ignored.
They will find our inspectors polite, punctual and impossible to distract.
The reserve battalions are made of teachers and bakers, and they march like it.
If the gas stops flowing through Dravinia, the schools will close in two weeks.
Our scientists favor a moratorium on dredging until the herring have returned.
Nobody at this table has ever seen the protocol that everybody claims to obey.
We did not come to Gallant Bay to divide the seabed between two empires.
The frigate will be named after a nurse from Emberley who rowed out three times.
It will take twenty years to clear the mines that were laid in one afternoon.
The rocket test was a message, and the message was badly spelled.
I have instructed the fleet to answer every provocation with a photograph.
The border post at Ketterick processes twelve trucks an hour and a thousand rumors a day.
The ambassador from Quillon told me that the orchards would be left out of the maps.
We can train interpreters in a year, but trust between the services takes a generation.
Our shared radar picture ends the old excuse that nobody saw them coming.
Prices at the port of Mirador doubled, and so did the number of empty warehouses.
Let us be clear that the corridor through Ansel is for medicine and for nothing else.
The parliament should debate the deployment before the transports leave, not after.
We were promised a garden at the armistice line and were given a car park.
The icebreaker Halcyon does the work of diplomats from November until March.
I think the phrase that you are looking for is strategic embarrassment.
The islanders want a vaccination boat, a magistrate and a reliable post office.
Both presidents laughed at the same joke, which the aides consider a breakthrough.
Our troops in the Farrow valley are there as guests, and guests bring their own bread.
We expect Corvia to honor the lease on the listening station through the fifth renewal.
An arms race in the estuary would be won by the mosquitoes.
The committee heard seven witnesses, three of whom remembered the same collision differently.
They are not rebels, they are accountants with binoculars.
We never asked Pellworm to choose between the dock and the monastery.
The doctrine fits on one card, and every sentry carries it next to a whistle.
It would be reckless to store the torpedoes below the children's library.
The consul in Tamsin is negotiating for the release of two divers and their camera.
Sanctions on the timber barons have cut the militia's income by forty percent.
Our intelligence services disagree about the tunnel, and I find that reassuring.
The southern fleet could reach the atoll in a day, but it has no reason to.
I will tell the assembly what I told the widows of Carrow: the search goes on.
The lighthouse keepers' union must be consulted on the drone corridor.
You don't measure deterrence by the noise that it makes in the newspapers.
That is the third time this year that their balloons have drifted over our vineyards.
The reconstruction fund holds 250 million crowns and an astonishing quantity of promises.
We are ready to share the desalination patents with every signatory of the Umber accord.
A neutral observer on the ridge can prevent more damage than a regiment below it.
The quarrel over the ferry timetable should not become a quarrel over sovereignty.
There are twelve flags outside this building and one fire extinguisher inside it.
We hope that Sennet will reconsider the tariff on lifeboats.
My predecessor planted an oak at the demarcation line, and both armies water it.
They cannot jam a signal that is carried by pigeons, as the signals corps demonstrated.
The joint brigade speaks four languages and curses in a fifth.
This is an accident of navigation, and we are treating it as an accident of navigation.
The refugees from Yarrow crossed the glacier with two accordions and no shoes.
The offer of mediation by the abbots of Saint Corwen remains on the table.
Our coast is long, our memory is longer, and our patience is being surveyed.
Whether the convoy sails on Thursday depends on the fog, not on the foreign ministry.
We have stopped exporting night goggles to anyone who cannot tell us what they look at.
The charter says that no member may mine a river that another member drinks from.
The general retired to keep bees, and the bees are said to be well disciplined.
Up to 70 technicians will dismantle the loudspeakers along the canal by Friday.
I regret the tone of the letter, though not a single one of its commas.
The moratorium on overflights has given the storks and the statisticians a quiet summer.
No admiral should learn about a new seaport from a holiday brochure.
Our embassy in Ferrol remains open, understaffed and excellently supplied with umbrellas.
The two ministries exchanged archives last week and discovered the same missing folder.
It is not espionage to notice that the chimneys of the arsenal are smoking.
The families of the sailors should hear it from us and not from the loudspeaker van.
We would welcome observers from Hestia at the dismantling of the last silo.
The prosecutor in Lantern Cove has seized seven barges and a very nervous parrot.
Our mountain troops rescued the smugglers first and arrested them afterward.
""".splitlines()
)
