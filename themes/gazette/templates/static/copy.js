// Beside the number of each finding, a button that copies the address of the finding.

const status = document.createElement("p");
status.className = "copied";
status.setAttribute("role", "status");
document.body.append(status);

let forget;

function say(words) {
  status.textContent = words;
  clearTimeout(forget);
  forget = setTimeout(() => { status.textContent = ""; }, 4000);
}

// 'finding 3'
function whose(link) {
  return link.textContent.toLowerCase();
}

async function copy(link) {
  try {
    await navigator.clipboard.writeText(link.href);
    say(`Copied the link to ${whose(link)}`);
  } catch {
    // Some browsers forbid it. The address bar then has the link to copy.
    location.hash = link.hash;
    say("Could not copy: the link is in the address bar now");
  }
}

for (const link of document.querySelectorAll(".listing li > a")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy link";
  const rest = document.createElement("span");
  rest.className = "hidden";
  rest.textContent = ` to ${whose(link)}`;
  button.append(rest);
  button.addEventListener("click", () => copy(link));
  link.before(button);
}
