// Runs the local services alone, provisioned as the template says; answers "cpu" with the CPU milliseconds used so far.
import { createClients } from "../../lib/local/create-clients.ts";
import { loadTemplate } from "../../lib/local/load-template.ts";
import { mendFauxqs } from "../../lib/local/mend-fauxqs.ts";
import { provision } from "../../lib/local/provision.ts";
import { readWiring } from "../../lib/local/read-wiring.ts";
import { region } from "../../lib/local/region.ts";
import { startServices } from "../../lib/local/start-services.ts";

const wiring = readWiring(await loadTemplate(), region);
const services = await startServices(process.argv[2]!, { port: 0, dynamodbPort: 0 }, mendFauxqs);
await provision(wiring, services.fauxqs, createClients(services));
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send!((user + system) / 1000);
});
process.on("disconnect", () => process.exit(0));
process.send!({ endpoint: services.endpoint, dynamodbEndpoint: services.dynamodbEndpoint });
