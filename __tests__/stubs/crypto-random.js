// @oracle/suitecloud-unit-testing 1.9.1 brings no stub for N/crypto/random.
define([], function () {
  function Random() {}
  Random.prototype.generateUUID = function () {};
  Random.prototype.generateBytes = function () {};
  Random.prototype.generateInt = function () {};
  return new Random();
});
