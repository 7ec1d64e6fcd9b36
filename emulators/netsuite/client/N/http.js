define('N/http', ['emulator/http-module'], (/** @type {import('../modules').HttpModule} */ httpModule) => httpModule.create('N/http'));
