//! Views that the engine holds already: made once for all pages that show them, as a shared value is a pointer to it.

use std::borrow::Cow;
use std::marker::PhantomData;
use std::sync::LazyLock;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use tera::Value;

use crate::render::said::escaped;

/// A view as the engine holds it, and what kind of view it is.
#[derive(Debug)]
pub(in crate::render) struct ViewValue<T: ?Sized>(Value, PhantomData<fn() -> T>);

impl<T: Serialize> ViewValue<T> {
    pub(super) fn new(view: &T) -> Self {
        ViewValue(Value::from_serializable(view), PhantomData)
    }
}

impl<T: ?Sized> ViewValue<Vec<ViewValue<T>>> {
    /// A list of them. Most are empty, and these are one.
    pub(super) fn list(views: Vec<ViewValue<T>>) -> Self {
        static EMPTY: LazyLock<Value> = LazyLock::new(|| Value::from(Vec::<Value>::new()));
        let values: Vec<Value> = views.into_iter().map(|view| view.0).collect();
        let list = if values.is_empty() { EMPTY.clone() } else { Value::from(values) };
        ViewValue(list, PhantomData)
    }
}

impl ViewValue<str> {
    /// Words that many pages print, escaped once for all of them.
    pub(super) fn escaped(words: &str) -> Self {
        ViewValue(Value::safe_string(&escaped(words)), PhantomData)
    }
}

impl From<&str> for ViewValue<str> {
    fn from(text: &str) -> Self {
        ViewValue(text.into(), PhantomData)
    }
}

impl From<String> for ViewValue<str> {
    fn from(text: String) -> Self {
        ViewValue(text.into(), PhantomData)
    }
}

impl<T: ?Sized> Clone for ViewValue<T> {
    fn clone(&self) -> Self {
        ViewValue(self.0.clone(), PhantomData)
    }
}

impl<T: ?Sized> Serialize for ViewValue<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// It is to templates what the view is.
impl<T: JsonSchema + ?Sized> JsonSchema for ViewValue<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}
