// Beside the number of each finding, a button that copies the address of the finding.

const status = document.createElement("p");
status.className = "copied";
status.setAttribute("role", "status");
document.body.append(status);

// {0} stands for what the link leads to.
const copyLink = {{ messages.copy_link | json }};
const toWhat = {{ message(id="copy_link_to", what="{0}") | json }};
const copied = {{ message(id="copied_link", what="{0}") | json }};
const notCopied = {{ messages.could_not_copy | json }};

let forget;

function say(words) {
  status.textContent = words;
  clearTimeout(forget);
  forget = setTimeout(() => { status.textContent = ""; }, 4000);
}

// 'finding 3', within a sentence.
function whose(link) {
  return link.textContent.toLowerCase();
}

async function copy(link) {
  try {
    await navigator.clipboard.writeText(link.href);
    say(copied.replace("{0}", () => whose(link)));
  } catch {
    // Some browsers forbid it. The address bar then has the link to copy.
    location.hash = link.hash;
    say(notCopied);
  }
}

for (const link of document.querySelectorAll(".listing li > a")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = copyLink;
  const rest = document.createElement("span");
  rest.className = "hidden";
  rest.textContent = ` ${toWhat.replace("{0}", () => whose(link))}`;
  button.append(rest);
  button.addEventListener("click", () => copy(link));
  link.before(button);
}
