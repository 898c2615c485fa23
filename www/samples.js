// Articles to try the page with, written for nutgraf. People and places are invented.

export const NEWS = `Harlow Bay votes to bring back its ferry
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
