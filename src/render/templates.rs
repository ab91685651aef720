//! A theme's templates, ready to be rendered: here, or in a process that can be ended.

use std::borrow::Cow;
use std::sync::Arc;

use tera::{Context, Tera, Value};

use super::bounded::{self, Stop};
use super::fill_in::fill_in;
use super::isolated::{TemplateHost, TemplateSet};
use super::{RenderError, engine};
use crate::diagnostics::{Diagnostic, MachineError};
use crate::model::{Messages, Theme};

/// A theme's templates, with what they all see of the site.
pub(super) struct Templates {
    theme: Theme,
    tera: Tera,
    /// Where they are rendered, if not here.
    elsewhere: Option<(Arc<dyn TemplateHost>, TemplateSet)>,
    problems: Vec<Diagnostic>,
}

impl Templates {
    /// Reads them. Those that came with the program end soon, whatever the content, so they are rendered here; and so
    /// are all others where there is no host.
    pub(super) fn new(
        theme: &Theme,
        site: &Value,
        messages: &Arc<Messages>,
        host: Option<&Arc<dyn TemplateHost>>,
    ) -> Result<Self, MachineError> {
        // Only what templates are made of is needed.
        let theme = fill_in(theme, messages);
        let (tera, problems) = engine::tera(&theme, site.clone(), messages);
        let elsewhere = match host.filter(|_| !theme.is_built_in()) {
            Some(host) => Some((Arc::clone(host), TemplateSet::new(&theme, site, messages)?)),
            None => None,
        };
        Ok(Templates { theme, tera, elsewhere, problems })
    }

    /// What is wrong with them, as far as can be read off them.
    pub(super) fn problems(&self) -> &[Diagnostic] {
        &self.problems
    }

    /// What a template makes of these values.
    pub(super) fn render(
        &self,
        template: &str,
        values: Vec<(Cow<'static, str>, Value)>,
    ) -> Result<Vec<u8>, RenderError> {
        let Templates { theme, tera, elsewhere, problems: _ } = self;
        let rendered = match elsewhere {
            Some((host, set)) => {
                let values: Vec<(&str, Value)> =
                    values.iter().map(|(name, value)| (&**name, value.clone())).collect();
                set.render(&**host, theme, template, &values)?
            }
            None => {
                let mut context = Context::new();
                for (name, value) in values {
                    context.insert_value(name, value);
                }
                bounded::render(tera, theme, template, &context, &Stop::default())
            }
        };
        Ok(rendered?)
    }
}
