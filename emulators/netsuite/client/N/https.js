define('N/https', ['emulator/http-module'], (/** @type {import('../modules').HttpModule} */ httpModule) => httpModule.create('N/https'));
