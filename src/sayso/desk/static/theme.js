(function(){"use strict";try{const t=localStorage.getItem("sayso-theme");(t==="light"||t==="dark")&&(document.documentElement.dataset.theme=t)}catch{}})();
