// Browsers without modules (before 2018) get a plain notice.
document.addEventListener("DOMContentLoaded", function () {
  document.getElementById("old").hidden = false;
});
