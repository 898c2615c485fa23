// Articles to try the page with, written for nutgraf. People and places are invented.

const NEWS = `Harlow Bay votes to bring back its ferry
Boats to cross the inlet again from April, four years after the last one sank

The Harlow Bay town council voted on Tuesday to bring back the ferry across the inlet, four years after a storm sank the last boat and left the two halves of the town an hour's drive apart.

The new service will begin on 6 April with a single electric boat, built at the yard of Lindqvist & Sons in Port Ansel, that can carry 80 passengers and 12 cars. It will cross every 30 minutes from 6 a.m. to 9 p.m. and cost $2.50 for a foot passenger.

"This town was built around the water, and for four years we have lived as if it were a wall," Mayor Teresa Obuya said after the vote. "Children who could see their school from the kitchen window have been spending two hours a day on a bus."

The council approved $6.2 million for the boat, two landing stages and a charging station, by nine votes to four. About half of the sum comes from a state fund for coastal roads. The rest will be borrowed over 20 years, which the town's treasurer, Paul Wendt, expects to add $31 a year to the average property tax bill.

Not everybody was pleased. Councilman Drew Castellano, who voted against the plan, said that the town had not repaired the sea wall that failed in the same storm. "We are buying a boat before we have fixed the harbor," he said. "One more winter like that one, and we will own another wreck."

Since the old ferry, the Marigold, went down at its moorings in November 2022, traffic on the coastal road has grown by 40 percent, according to a study by the state university. Ambulances from the hospital on the north shore now need 52 minutes on average to reach the south side; by ferry they needed 14.

For the shops on the south side the loss was steeper still. Eleven of the 30 businesses on Quay Street have closed, among them the bakery that Ingrid Sol had run since 1988. She said she would look for a new lease as soon as the boats ran again.

"I sold bread to the people who got off the nine o'clock boat," said Sol. "No boat, no bread."

The yard plans to deliver the vessel in February, and crews will train on the inlet for six weeks. Captain Rosa Whitlock, who steered the Marigold for 17 years and has driven a school bus since, will be one of the four skippers.

"I never got used to the bus," Whitlock said. "Nobody waves at a bus."`;

const INTERVIEW = `“Nobody asks the lighthouse what it wants”
A talk with Helen Agassi, who kept the light at Marrow Point for 26 years

You moved to the rock in 1998. What did you expect?
I expected silence, and I got weather. People think that a lighthouse is a quiet place. It is the loudest house I have ever lived in, and you learn to sleep through everything but a change in the sound of the sea.

What did a day look like?
We got up at five to read the instruments and to radio the numbers to the coast guard. The light itself has been automatic since 1974, so most of our work was paint, rust and birds. I have counted petrels every morning for 26 years, and those counts are now the longest series of their kind on this coast.

Were you never lonely?
I was lonely in the city before I ever came here. On the rock there is always something that needs you, and that is a cure for most of it. My husband says that he married a woman and a barometer.

Why do you leave now?
My knees have resigned. There are 211 steps, and I have climbed them four times a day. I would rather stop while I still like the stairs.

What should the trust look for in the next keepers?
Somebody who can mend a pump and who does not need to be praised for it. And they should be good at boredom, because the first winter is long. Nobody asks the lighthouse what it wants, but I think that it wants company.`;

const STUDY = `Sleep and the timing of evening meals in shift workers: a field study
Abstract

Background. Shift workers eat at irregular hours, and irregular meals have been linked to poor sleep. Most of the evidence comes from laboratories, where meals and light are controlled. It is unclear whether moving the evening meal improves sleep under ordinary conditions.

Methods. We followed 184 nurses and dock workers over twelve weeks. Each took part in two conditions in random order: an early condition, with the last meal at least four hours before bed, and a usual condition, with meals at any time. Sleep was measured by wrist actigraphy and by a daily questionnaire. Participants chose their own food.

Results. In the early condition participants slept 23 minutes longer per night (95 % interval 14 to 32 minutes) and woke less often. The gain was largest among workers on rotating night shifts, who slept 37 minutes longer. Total calories did not differ between conditions. Participants reported that the early meal was hard to keep on working days, and 31 of them dropped out before the end.

Discussion. Moving the last meal forward lengthened sleep in people who work in shifts, without any change in what they ate. The effect is as large as that of many sleep medicines, and it costs nothing but planning. Because participants knew which condition they were in, part of the effect may be expectation. Canteens that open before a night shift would make early meals easier to keep, and we suggest that employers try them.`;

const MINUTES = `Minutes of the Quay Street Residents' Association, 4 March

Present: Ingrid Sol (chair), Paul Wendt, Rosa Whitlock, Drew Castellano and 14 residents.

1. Ferry landing
Rosa Whitlock reported that the landing stage at the foot of Quay Street will be built in May and that the street will be closed to cars for three weeks. Residents asked for a temporary stop of the school bus on Mill Lane. The association will write to the council about the bus by Friday.

2. Sea wall
Drew Castellano presented the engineer's estimate for the sea wall, $1.4 million for the stretch between the fish market and the old bakery. The council has put the repair off twice. The meeting agreed, by 12 votes to 2, to ask that the wall be repaired before the ferry starts running.

3. Money
Paul Wendt reported a balance of $2,310. Membership fees stay at $20 a year. The summer fair needs a new treasurer, since he will be away.

4. Any other business
Ingrid Sol announced that she has signed the lease for the bakery and will open on 6 April, the first day of the ferry. The next meeting is on 1 April at the school.`;

/** The samples by name. @type {Record<string, string>} */
export const SAMPLES = { news: NEWS, interview: INTERVIEW, study: STUDY, minutes: MINUTES };
