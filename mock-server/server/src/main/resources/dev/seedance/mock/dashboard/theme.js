// Light or dark, before the first paint: what was chosen here, else what the system prefers.
(function () {
  'use strict';
  var chosen = localStorage.getItem('seedance.theme');
  if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.theme = chosen;
  }
})();
