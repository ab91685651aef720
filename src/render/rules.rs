//! On templates, and addresses that are asked for.

use crate::diagnostics::rules;

rules! {
    Error BAD_TEMPLATE = "bad-template" {
        about: "A template names only values, filters and templates that there are.",
        example: "{{ letter.nmae }}",
        fix: "{{ letter.name }}",
    }
    Error PAGE_TOO_LARGE = "page-too-large" {
        about: "A page of over 10 MB takes a minute to load on a telephone. A loop in a template is often behind it.",
        example: "{% for one in range(end=100000) %}{% for other in range(end=100000) %}",
        fix: "{% for finding in letter.findings %}",
    }
    Error PAGE_TOO_SLOW = "page-too-slow" {
        about: "A page that takes over 5 seconds is of a template that never ends.",
        example: "{% for one in range(end=100000) %}{% for other in range(end=100000) %}{% endfor %}{% endfor %}",
        fix: "{% for finding in letter.findings %}",
    }
    Error PAGE_OUT_OF_MEMORY = "page-out-of-memory" {
        about: "A page that takes over 512 MB of memory is of a template that makes a value longer and longer.",
        example: "{% for one in range(end=60) %}{% set_global words = words ~ words %}{% endfor %}",
        fix: "{% for finding in letter.findings %}{{ finding.html | safe }}{% endfor %}",
    }
    Error NO_SUCH_PAGE = "no-such-page" {
        about: "An address was asked for that the site does not have.",
        example: "/authorities/sunderlnad/",
        fix: "/authorities/sunderland/",
    }
}
