const suitelet = (name: string): string => `/app/site/hosting/scriptlet.nl?script=customscript_rcns_${name}&deploy=customdeploy_rcns_${name}`;

/** Where the deployed phone answers inside NetSuite. */
export const addresses = {
  app: suitelet('app'),
  api: suitelet('api'),
  calls: '/app/site/hosting/restlet.nl?script=customscript_rcns_calls&deploy=customdeploy_rcns_calls',
};
