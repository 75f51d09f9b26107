"use strict";
// The code of a slip comes behind #, which no browser sends; it leaves the address at once.
(() => {
  const code = document.getElementById("code");
  if (code && location.hash.length > 1) {
    code.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, "", location.pathname);
  }
})();
