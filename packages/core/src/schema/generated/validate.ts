// @ts-nocheck
// Generated from schemas/smolfile.schema.json by `pnpm generate`. Do not edit.
import type { Validator } from '../validator.ts';
const schema7 = {"type":"object","properties":{"image":{"$ref":"#/definitions/d0"},"entrypoint":{"$ref":"#/definitions/d1"},"cmd":{"$ref":"#/definitions/d1"},"env":{"$ref":"#/definitions/d1"},"secrets":{"$ref":"#/definitions/d3"},"workdir":{"$ref":"#/definitions/d0"},"user":{"$ref":"#/definitions/d0"},"cpus":{"$ref":"#/definitions/d4"},"memory":{"$ref":"#/definitions/d5"},"net":{"$ref":"#/definitions/d6"},"net_backend":{"$ref":"#/definitions/d0"},"gpu":{"$ref":"#/definitions/d6"},"gpu_vram":{"$ref":"#/definitions/d5"},"rosetta":{"$ref":"#/definitions/d6"},"cuda":{"$ref":"#/definitions/d6"},"auto_graph":{"$ref":"#/definitions/d6"},"docker_socket":{"$ref":"#/definitions/d6"},"storage":{"$ref":"#/definitions/d7"},"overlay":{"$ref":"#/definitions/d7"},"block_io":{"$ref":"#/definitions/d0"},"disk_durability":{"$ref":"#/definitions/d0"},"ports":{"$ref":"#/definitions/d1"},"volumes":{"$ref":"#/definitions/d1"},"init":{"$ref":"#/definitions/d1"},"artifact":{"$ref":"#/definitions/d8"},"pack":{"$ref":"#/definitions/d8"},"dev":{"$ref":"#/definitions/d9"},"network":{"$ref":"#/definitions/d13"},"branch":{"$ref":"#/definitions/d14"},"fork":{"$ref":"#/definitions/d14"},"health":{"$ref":"#/definitions/d15"},"restart":{"$ref":"#/definitions/d16"},"stop_on_exit":{"$ref":"#/definitions/d6"},"stop_signal":{"$ref":"#/definitions/d0"},"stop_timeout":{"$ref":"#/definitions/d7"},"auth":{"$ref":"#/definitions/d17"},"service":{"$ref":"#/definitions/d19"}},"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;
const schema8 = {"type":"string"};

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}

const schema9 = {"type":"array","items":{"type":"string"}};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(typeof data[i0] !== "string"){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}

const schema10 = {"type":"object","additionalProperties":{"$ref":"#/definitions/d2"}};
const schema11 = {"type":"object","properties":{"from_env":{"$ref":"#/definitions/d0"},"from_file":{"$ref":"#/definitions/d0"},"from_keychain":{"$ref":"#/definitions/d0"}},"additionalProperties":false};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "from_env") || (key0 === "from_file")) || (key0 === "from_keychain"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.from_env !== undefined){
if(!(validate23(data.from_env, {instancePath:instancePath+"/from_env",parentData:data,parentDataProperty:"from_env",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.from_file !== undefined){
if(!(validate23(data.from_file, {instancePath:instancePath+"/from_file",parentData:data,parentDataProperty:"from_file",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.from_keychain !== undefined){
if(!(validate23(data.from_keychain, {instancePath:instancePath+"/from_keychain",parentData:data,parentDataProperty:"from_keychain",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}


function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(validate30(data[key0], {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data,parentDataProperty:key0,rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
}
else {
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}

const schema12 = {"type":"integer","minimum":0,"maximum":255};

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 255 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 0 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
validate38.errors = vErrors;
return errors === 0;
}

const schema13 = {"type":"integer","minimum":0,"maximum":4294967295};

function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 4294967295 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 0 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
validate40.errors = vErrors;
return errors === 0;
}

const schema14 = {"type":"boolean"};

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "boolean"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate42.errors = vErrors;
return errors === 0;
}

const schema15 = {"type":"integer","minimum":0,"maximum":9223372036854776000};

function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 9223372036854776000 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9223372036854776000}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 0 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
validate51.errors = vErrors;
return errors === 0;
}

const schema16 = {"type":"object","properties":{"cpus":{"$ref":"#/definitions/d4"},"memory":{"$ref":"#/definitions/d5"},"entrypoint":{"$ref":"#/definitions/d1"},"cmd":{"$ref":"#/definitions/d1"},"oci_platform":{"$ref":"#/definitions/d0"}},"additionalProperties":false};

function validate59(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "cpus") || (key0 === "memory")) || (key0 === "entrypoint")) || (key0 === "cmd")) || (key0 === "oci_platform"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.cpus !== undefined){
if(!(validate38(data.cpus, {instancePath:instancePath+"/cpus",parentData:data,parentDataProperty:"cpus",rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
if(data.memory !== undefined){
if(!(validate40(data.memory, {instancePath:instancePath+"/memory",parentData:data,parentDataProperty:"memory",rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data.entrypoint !== undefined){
if(!(validate25(data.entrypoint, {instancePath:instancePath+"/entrypoint",parentData:data,parentDataProperty:"entrypoint",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.cmd !== undefined){
if(!(validate25(data.cmd, {instancePath:instancePath+"/cmd",parentData:data,parentDataProperty:"cmd",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.oci_platform !== undefined){
if(!(validate23(data.oci_platform, {instancePath:instancePath+"/oci_platform",parentData:data,parentDataProperty:"oci_platform",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate59.errors = vErrors;
return errors === 0;
}

const schema17 = {"type":"object","properties":{"volumes":{"$ref":"#/definitions/d1"},"env":{"$ref":"#/definitions/d1"},"init":{"$ref":"#/definitions/d1"},"workdir":{"$ref":"#/definitions/d0"},"user":{"$ref":"#/definitions/d0"},"ports":{"$ref":"#/definitions/d1"}},"additionalProperties":false};

function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "volumes") || (key0 === "env")) || (key0 === "init")) || (key0 === "workdir")) || (key0 === "user")) || (key0 === "ports"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.volumes !== undefined){
if(!(validate25(data.volumes, {instancePath:instancePath+"/volumes",parentData:data,parentDataProperty:"volumes",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.env !== undefined){
if(!(validate25(data.env, {instancePath:instancePath+"/env",parentData:data,parentDataProperty:"env",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.init !== undefined){
if(!(validate25(data.init, {instancePath:instancePath+"/init",parentData:data,parentDataProperty:"init",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.workdir !== undefined){
if(!(validate23(data.workdir, {instancePath:instancePath+"/workdir",parentData:data,parentDataProperty:"workdir",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.user !== undefined){
if(!(validate23(data.user, {instancePath:instancePath+"/user",parentData:data,parentDataProperty:"user",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.ports !== undefined){
if(!(validate25(data.ports, {instancePath:instancePath+"/ports",parentData:data,parentDataProperty:"ports",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate67.errors = vErrors;
return errors === 0;
}

const schema18 = {"type":"object","properties":{"allow_hosts":{"$ref":"#/definitions/d1"},"allow_host_patterns":{"$ref":"#/definitions/d1"},"allow_cidrs":{"$ref":"#/definitions/d1"},"block_private":{"$ref":"#/definitions/d6"},"allow_private":{"$ref":"#/definitions/d1"},"deny_cidrs":{"$ref":"#/definitions/d1"},"allow_udp":{"$ref":"#/definitions/d1"},"credentials":{"$ref":"#/definitions/d12"}},"additionalProperties":false};
const schema19 = {"type":"array","items":{"$ref":"#/definitions/d11"}};
const schema20 = {"type":"object","required":["name","environment_variable","allowed_hosts"],"properties":{"name":{"$ref":"#/definitions/d0"},"environment_variable":{"$ref":"#/definitions/d0"},"allowed_hosts":{"$ref":"#/definitions/d1"},"injection_location":{"$ref":"#/definitions/d10"},"methods":{"$ref":"#/definitions/d1"},"set_header":{"$ref":"#/definitions/d0"}},"additionalProperties":false};
const schema21 = {"type":"object","properties":{"header":{"$ref":"#/definitions/d6"},"body":{"$ref":"#/definitions/d6"}},"additionalProperties":false};

function validate88(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "header") || (key0 === "body"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.header !== undefined){
if(!(validate42(data.header, {instancePath:instancePath+"/header",parentData:data,parentDataProperty:"header",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.body !== undefined){
if(!(validate42(data.body, {instancePath:instancePath+"/body",parentData:data,parentDataProperty:"body",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate88.errors = vErrors;
return errors === 0;
}


function validate84(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.environment_variable === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "environment_variable"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.allowed_hosts === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "allowed_hosts"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "name") || (key0 === "environment_variable")) || (key0 === "allowed_hosts")) || (key0 === "injection_location")) || (key0 === "methods")) || (key0 === "set_header"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate23(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.environment_variable !== undefined){
if(!(validate23(data.environment_variable, {instancePath:instancePath+"/environment_variable",parentData:data,parentDataProperty:"environment_variable",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.allowed_hosts !== undefined){
if(!(validate25(data.allowed_hosts, {instancePath:instancePath+"/allowed_hosts",parentData:data,parentDataProperty:"allowed_hosts",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.injection_location !== undefined){
if(!(validate88(data.injection_location, {instancePath:instancePath+"/injection_location",parentData:data,parentDataProperty:"injection_location",rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
if(data.methods !== undefined){
if(!(validate25(data.methods, {instancePath:instancePath+"/methods",parentData:data,parentDataProperty:"methods",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.set_header !== undefined){
if(!(validate23(data.set_header, {instancePath:instancePath+"/set_header",parentData:data,parentDataProperty:"set_header",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate84.errors = vErrors;
return errors === 0;
}


function validate83(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate84(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
errors = vErrors.length;
}
}
}
else {
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate83.errors = vErrors;
return errors === 0;
}


function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((((key0 === "allow_hosts") || (key0 === "allow_host_patterns")) || (key0 === "allow_cidrs")) || (key0 === "block_private")) || (key0 === "allow_private")) || (key0 === "deny_cidrs")) || (key0 === "allow_udp")) || (key0 === "credentials"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.allow_hosts !== undefined){
if(!(validate25(data.allow_hosts, {instancePath:instancePath+"/allow_hosts",parentData:data,parentDataProperty:"allow_hosts",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.allow_host_patterns !== undefined){
if(!(validate25(data.allow_host_patterns, {instancePath:instancePath+"/allow_host_patterns",parentData:data,parentDataProperty:"allow_host_patterns",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.allow_cidrs !== undefined){
if(!(validate25(data.allow_cidrs, {instancePath:instancePath+"/allow_cidrs",parentData:data,parentDataProperty:"allow_cidrs",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.block_private !== undefined){
if(!(validate42(data.block_private, {instancePath:instancePath+"/block_private",parentData:data,parentDataProperty:"block_private",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.allow_private !== undefined){
if(!(validate25(data.allow_private, {instancePath:instancePath+"/allow_private",parentData:data,parentDataProperty:"allow_private",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.deny_cidrs !== undefined){
if(!(validate25(data.deny_cidrs, {instancePath:instancePath+"/deny_cidrs",parentData:data,parentDataProperty:"deny_cidrs",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.allow_udp !== undefined){
if(!(validate25(data.allow_udp, {instancePath:instancePath+"/allow_udp",parentData:data,parentDataProperty:"allow_udp",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.credentials !== undefined){
if(!(validate83(data.credentials, {instancePath:instancePath+"/credentials",parentData:data,parentDataProperty:"credentials",rootData}))){
vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate75.errors = vErrors;
return errors === 0;
}

const schema22 = {"type":"object","properties":{"enabled":{"$ref":"#/definitions/d6"},"pool_size":{"$ref":"#/definitions/d5"},"cuda_vram_limit_mib":{"$ref":"#/definitions/d7"}},"additionalProperties":false};

function validate97(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "enabled") || (key0 === "pool_size")) || (key0 === "cuda_vram_limit_mib"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.enabled !== undefined){
if(!(validate42(data.enabled, {instancePath:instancePath+"/enabled",parentData:data,parentDataProperty:"enabled",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.pool_size !== undefined){
if(!(validate40(data.pool_size, {instancePath:instancePath+"/pool_size",parentData:data,parentDataProperty:"pool_size",rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data.cuda_vram_limit_mib !== undefined){
if(!(validate51(data.cuda_vram_limit_mib, {instancePath:instancePath+"/cuda_vram_limit_mib",parentData:data,parentDataProperty:"cuda_vram_limit_mib",rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate97.errors = vErrors;
return errors === 0;
}

const schema23 = {"type":"object","properties":{"exec":{"$ref":"#/definitions/d1"},"interval":{"$ref":"#/definitions/d0"},"timeout":{"$ref":"#/definitions/d0"},"retries":{"$ref":"#/definitions/d5"},"startup_grace":{"$ref":"#/definitions/d0"}},"additionalProperties":false};

function validate103(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "exec") || (key0 === "interval")) || (key0 === "timeout")) || (key0 === "retries")) || (key0 === "startup_grace"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.exec !== undefined){
if(!(validate25(data.exec, {instancePath:instancePath+"/exec",parentData:data,parentDataProperty:"exec",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.interval !== undefined){
if(!(validate23(data.interval, {instancePath:instancePath+"/interval",parentData:data,parentDataProperty:"interval",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.timeout !== undefined){
if(!(validate23(data.timeout, {instancePath:instancePath+"/timeout",parentData:data,parentDataProperty:"timeout",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.retries !== undefined){
if(!(validate40(data.retries, {instancePath:instancePath+"/retries",parentData:data,parentDataProperty:"retries",rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data.startup_grace !== undefined){
if(!(validate23(data.startup_grace, {instancePath:instancePath+"/startup_grace",parentData:data,parentDataProperty:"startup_grace",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate103.errors = vErrors;
return errors === 0;
}

const schema24 = {"type":"object","properties":{"policy":{"$ref":"#/definitions/d0"},"max_retries":{"$ref":"#/definitions/d5"},"max_backoff":{"$ref":"#/definitions/d0"}},"additionalProperties":false};

function validate110(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "policy") || (key0 === "max_retries")) || (key0 === "max_backoff"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.policy !== undefined){
if(!(validate23(data.policy, {instancePath:instancePath+"/policy",parentData:data,parentDataProperty:"policy",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.max_retries !== undefined){
if(!(validate40(data.max_retries, {instancePath:instancePath+"/max_retries",parentData:data,parentDataProperty:"max_retries",rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data.max_backoff !== undefined){
if(!(validate23(data.max_backoff, {instancePath:instancePath+"/max_backoff",parentData:data,parentDataProperty:"max_backoff",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate110.errors = vErrors;
return errors === 0;
}

const schema25 = {"type":"object","properties":{"ssh_agent":{"$ref":"#/definitions/d6"}},"additionalProperties":false};

function validate118(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "ssh_agent")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.ssh_agent !== undefined){
if(!(validate42(data.ssh_agent, {instancePath:instancePath+"/ssh_agent",parentData:data,parentDataProperty:"ssh_agent",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate118.errors = vErrors;
return errors === 0;
}

const schema26 = {"type":"object","properties":{"port":{"$ref":"#/definitions/d18"},"protocol":{"$ref":"#/definitions/d0"},"listen":{"$ref":"#/definitions/d18"}},"additionalProperties":false};
const schema27 = {"type":"integer","minimum":0,"maximum":65535};

function validate122(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((typeof data == "number") && (isFinite(data))){
if(data > 65535 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data < 0 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
validate122.errors = vErrors;
return errors === 0;
}


function validate121(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "port") || (key0 === "protocol")) || (key0 === "listen"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.port !== undefined){
if(!(validate122(data.port, {instancePath:instancePath+"/port",parentData:data,parentDataProperty:"port",rootData}))){
vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors);
errors = vErrors.length;
}
}
if(data.protocol !== undefined){
if(!(validate23(data.protocol, {instancePath:instancePath+"/protocol",parentData:data,parentDataProperty:"protocol",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.listen !== undefined){
if(!(validate122(data.listen, {instancePath:instancePath+"/listen",parentData:data,parentDataProperty:"listen",rootData}))){
vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate121.errors = vErrors;
return errors === 0;
}


function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema7.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.image !== undefined){
if(!(validate23(data.image, {instancePath:instancePath+"/image",parentData:data,parentDataProperty:"image",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.entrypoint !== undefined){
if(!(validate25(data.entrypoint, {instancePath:instancePath+"/entrypoint",parentData:data,parentDataProperty:"entrypoint",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.cmd !== undefined){
if(!(validate25(data.cmd, {instancePath:instancePath+"/cmd",parentData:data,parentDataProperty:"cmd",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.env !== undefined){
if(!(validate25(data.env, {instancePath:instancePath+"/env",parentData:data,parentDataProperty:"env",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.secrets !== undefined){
if(!(validate29(data.secrets, {instancePath:instancePath+"/secrets",parentData:data,parentDataProperty:"secrets",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
if(data.workdir !== undefined){
if(!(validate23(data.workdir, {instancePath:instancePath+"/workdir",parentData:data,parentDataProperty:"workdir",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.user !== undefined){
if(!(validate23(data.user, {instancePath:instancePath+"/user",parentData:data,parentDataProperty:"user",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.cpus !== undefined){
if(!(validate38(data.cpus, {instancePath:instancePath+"/cpus",parentData:data,parentDataProperty:"cpus",rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
if(data.memory !== undefined){
if(!(validate40(data.memory, {instancePath:instancePath+"/memory",parentData:data,parentDataProperty:"memory",rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data.net !== undefined){
if(!(validate42(data.net, {instancePath:instancePath+"/net",parentData:data,parentDataProperty:"net",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.net_backend !== undefined){
if(!(validate23(data.net_backend, {instancePath:instancePath+"/net_backend",parentData:data,parentDataProperty:"net_backend",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.gpu !== undefined){
if(!(validate42(data.gpu, {instancePath:instancePath+"/gpu",parentData:data,parentDataProperty:"gpu",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.gpu_vram !== undefined){
if(!(validate40(data.gpu_vram, {instancePath:instancePath+"/gpu_vram",parentData:data,parentDataProperty:"gpu_vram",rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data.rosetta !== undefined){
if(!(validate42(data.rosetta, {instancePath:instancePath+"/rosetta",parentData:data,parentDataProperty:"rosetta",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.cuda !== undefined){
if(!(validate42(data.cuda, {instancePath:instancePath+"/cuda",parentData:data,parentDataProperty:"cuda",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.auto_graph !== undefined){
if(!(validate42(data.auto_graph, {instancePath:instancePath+"/auto_graph",parentData:data,parentDataProperty:"auto_graph",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.docker_socket !== undefined){
if(!(validate42(data.docker_socket, {instancePath:instancePath+"/docker_socket",parentData:data,parentDataProperty:"docker_socket",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.storage !== undefined){
if(!(validate51(data.storage, {instancePath:instancePath+"/storage",parentData:data,parentDataProperty:"storage",rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
if(data.overlay !== undefined){
if(!(validate51(data.overlay, {instancePath:instancePath+"/overlay",parentData:data,parentDataProperty:"overlay",rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
if(data.block_io !== undefined){
if(!(validate23(data.block_io, {instancePath:instancePath+"/block_io",parentData:data,parentDataProperty:"block_io",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.disk_durability !== undefined){
if(!(validate23(data.disk_durability, {instancePath:instancePath+"/disk_durability",parentData:data,parentDataProperty:"disk_durability",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.ports !== undefined){
if(!(validate25(data.ports, {instancePath:instancePath+"/ports",parentData:data,parentDataProperty:"ports",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.volumes !== undefined){
if(!(validate25(data.volumes, {instancePath:instancePath+"/volumes",parentData:data,parentDataProperty:"volumes",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.init !== undefined){
if(!(validate25(data.init, {instancePath:instancePath+"/init",parentData:data,parentDataProperty:"init",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.artifact !== undefined){
if(!(validate59(data.artifact, {instancePath:instancePath+"/artifact",parentData:data,parentDataProperty:"artifact",rootData}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
if(data.pack !== undefined){
if(!(validate59(data.pack, {instancePath:instancePath+"/pack",parentData:data,parentDataProperty:"pack",rootData}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
if(data.dev !== undefined){
if(!(validate67(data.dev, {instancePath:instancePath+"/dev",parentData:data,parentDataProperty:"dev",rootData}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
}
if(data.network !== undefined){
if(!(validate75(data.network, {instancePath:instancePath+"/network",parentData:data,parentDataProperty:"network",rootData}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
if(data.branch !== undefined){
if(!(validate97(data.branch, {instancePath:instancePath+"/branch",parentData:data,parentDataProperty:"branch",rootData}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
}
if(data.fork !== undefined){
if(!(validate97(data.fork, {instancePath:instancePath+"/fork",parentData:data,parentDataProperty:"fork",rootData}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
}
if(data.health !== undefined){
if(!(validate103(data.health, {instancePath:instancePath+"/health",parentData:data,parentDataProperty:"health",rootData}))){
vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors);
errors = vErrors.length;
}
}
if(data.restart !== undefined){
if(!(validate110(data.restart, {instancePath:instancePath+"/restart",parentData:data,parentDataProperty:"restart",rootData}))){
vErrors = vErrors === null ? validate110.errors : vErrors.concat(validate110.errors);
errors = vErrors.length;
}
}
if(data.stop_on_exit !== undefined){
if(!(validate42(data.stop_on_exit, {instancePath:instancePath+"/stop_on_exit",parentData:data,parentDataProperty:"stop_on_exit",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.stop_signal !== undefined){
if(!(validate23(data.stop_signal, {instancePath:instancePath+"/stop_signal",parentData:data,parentDataProperty:"stop_signal",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.stop_timeout !== undefined){
if(!(validate51(data.stop_timeout, {instancePath:instancePath+"/stop_timeout",parentData:data,parentDataProperty:"stop_timeout",rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
if(data.auth !== undefined){
if(!(validate118(data.auth, {instancePath:instancePath+"/auth",parentData:data,parentDataProperty:"auth",rootData}))){
vErrors = vErrors === null ? validate118.errors : vErrors.concat(validate118.errors);
errors = vErrors.length;
}
}
if(data.service !== undefined){
if(!(validate121(data.service, {instancePath:instancePath+"/service",parentData:data,parentDataProperty:"service",rootData}))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}


const schema28 = {"type":"object","properties":{"image":{"$ref":"#/definitions/d0"},"entrypoint":{"$ref":"#/definitions/d1"},"cmd":{"$ref":"#/definitions/d1"},"env":{"$ref":"#/definitions/d1"},"secrets":{"$ref":"#/definitions/d3"},"workdir":{"$ref":"#/definitions/d0"},"user":{"$ref":"#/definitions/d0"},"cpus":{"$ref":"#/definitions/d4"},"memory":{"$ref":"#/definitions/d5"},"net":{"$ref":"#/definitions/d6"},"net_backend":{"$ref":"#/definitions/d0"},"gpu":{"$ref":"#/definitions/d6"},"gpu_vram":{"$ref":"#/definitions/d5"},"rosetta":{"$ref":"#/definitions/d6"},"cuda":{"$ref":"#/definitions/d6"},"auto_graph":{"$ref":"#/definitions/d6"},"docker_socket":{"$ref":"#/definitions/d6"},"storage":{"$ref":"#/definitions/d7"},"overlay":{"$ref":"#/definitions/d7"},"block_io":{"$ref":"#/definitions/d0"},"disk_durability":{"$ref":"#/definitions/d0"},"ports":{"$ref":"#/definitions/d1"},"volumes":{"$ref":"#/definitions/d1"},"init":{"$ref":"#/definitions/d1"},"artifact":{"$ref":"#/definitions/d8"},"pack":{"$ref":"#/definitions/d8"},"dev":{"$ref":"#/definitions/d9"},"network":{"$ref":"#/definitions/d23"},"branch":{"$ref":"#/definitions/d14"},"fork":{"$ref":"#/definitions/d14"},"health":{"$ref":"#/definitions/d15"},"restart":{"$ref":"#/definitions/d16"},"stop_on_exit":{"$ref":"#/definitions/d6"},"stop_signal":{"$ref":"#/definitions/d0"},"stop_timeout":{"$ref":"#/definitions/d7"},"auth":{"$ref":"#/definitions/d17"},"service":{"$ref":"#/definitions/d19"}},"additionalProperties":false};
const schema29 = {"type":"object","properties":{"allow_hosts":{"$ref":"#/definitions/d1"},"allow_host_patterns":{"$ref":"#/definitions/d1"},"allow_cidrs":{"$ref":"#/definitions/d1"},"block_private":{"$ref":"#/definitions/d6"},"allow_private":{"$ref":"#/definitions/d1"},"deny_cidrs":{"$ref":"#/definitions/d1"},"allow_udp":{"$ref":"#/definitions/d1"},"credentials":{"$ref":"#/definitions/d22"}},"additionalProperties":false};
const schema30 = {"type":"array","items":{"$ref":"#/definitions/d21"}};
const schema31 = {"type":"object","required":["name","allowed_hosts"],"properties":{"name":{"$ref":"#/definitions/d0"},"environment_variable":{"$ref":"#/definitions/d0"},"allowed_hosts":{"$ref":"#/definitions/d1"},"injection_location":{"$ref":"#/definitions/d10"},"methods":{"$ref":"#/definitions/d1"},"set_header":{"$ref":"#/definitions/d0"}},"additionalProperties":false};

function validate164(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.allowed_hosts === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "allowed_hosts"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "name") || (key0 === "environment_variable")) || (key0 === "allowed_hosts")) || (key0 === "injection_location")) || (key0 === "methods")) || (key0 === "set_header"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
if(!(validate23(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.environment_variable !== undefined){
if(!(validate23(data.environment_variable, {instancePath:instancePath+"/environment_variable",parentData:data,parentDataProperty:"environment_variable",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.allowed_hosts !== undefined){
if(!(validate25(data.allowed_hosts, {instancePath:instancePath+"/allowed_hosts",parentData:data,parentDataProperty:"allowed_hosts",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.injection_location !== undefined){
if(!(validate88(data.injection_location, {instancePath:instancePath+"/injection_location",parentData:data,parentDataProperty:"injection_location",rootData}))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
errors = vErrors.length;
}
}
if(data.methods !== undefined){
if(!(validate25(data.methods, {instancePath:instancePath+"/methods",parentData:data,parentDataProperty:"methods",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.set_header !== undefined){
if(!(validate23(data.set_header, {instancePath:instancePath+"/set_header",parentData:data,parentDataProperty:"set_header",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate164.errors = vErrors;
return errors === 0;
}


function validate163(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate164(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate164.errors : vErrors.concat(validate164.errors);
errors = vErrors.length;
}
}
}
else {
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate163.errors = vErrors;
return errors === 0;
}


function validate155(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((((key0 === "allow_hosts") || (key0 === "allow_host_patterns")) || (key0 === "allow_cidrs")) || (key0 === "block_private")) || (key0 === "allow_private")) || (key0 === "deny_cidrs")) || (key0 === "allow_udp")) || (key0 === "credentials"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.allow_hosts !== undefined){
if(!(validate25(data.allow_hosts, {instancePath:instancePath+"/allow_hosts",parentData:data,parentDataProperty:"allow_hosts",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.allow_host_patterns !== undefined){
if(!(validate25(data.allow_host_patterns, {instancePath:instancePath+"/allow_host_patterns",parentData:data,parentDataProperty:"allow_host_patterns",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.allow_cidrs !== undefined){
if(!(validate25(data.allow_cidrs, {instancePath:instancePath+"/allow_cidrs",parentData:data,parentDataProperty:"allow_cidrs",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.block_private !== undefined){
if(!(validate42(data.block_private, {instancePath:instancePath+"/block_private",parentData:data,parentDataProperty:"block_private",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.allow_private !== undefined){
if(!(validate25(data.allow_private, {instancePath:instancePath+"/allow_private",parentData:data,parentDataProperty:"allow_private",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.deny_cidrs !== undefined){
if(!(validate25(data.deny_cidrs, {instancePath:instancePath+"/deny_cidrs",parentData:data,parentDataProperty:"deny_cidrs",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.allow_udp !== undefined){
if(!(validate25(data.allow_udp, {instancePath:instancePath+"/allow_udp",parentData:data,parentDataProperty:"allow_udp",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.credentials !== undefined){
if(!(validate163(data.credentials, {instancePath:instancePath+"/credentials",parentData:data,parentDataProperty:"credentials",rootData}))){
vErrors = vErrors === null ? validate163.errors : vErrors.concat(validate163.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate155.errors = vErrors;
return errors === 0;
}


function validate127(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema28.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.image !== undefined){
if(!(validate23(data.image, {instancePath:instancePath+"/image",parentData:data,parentDataProperty:"image",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.entrypoint !== undefined){
if(!(validate25(data.entrypoint, {instancePath:instancePath+"/entrypoint",parentData:data,parentDataProperty:"entrypoint",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.cmd !== undefined){
if(!(validate25(data.cmd, {instancePath:instancePath+"/cmd",parentData:data,parentDataProperty:"cmd",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.env !== undefined){
if(!(validate25(data.env, {instancePath:instancePath+"/env",parentData:data,parentDataProperty:"env",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.secrets !== undefined){
if(!(validate29(data.secrets, {instancePath:instancePath+"/secrets",parentData:data,parentDataProperty:"secrets",rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
if(data.workdir !== undefined){
if(!(validate23(data.workdir, {instancePath:instancePath+"/workdir",parentData:data,parentDataProperty:"workdir",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.user !== undefined){
if(!(validate23(data.user, {instancePath:instancePath+"/user",parentData:data,parentDataProperty:"user",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.cpus !== undefined){
if(!(validate38(data.cpus, {instancePath:instancePath+"/cpus",parentData:data,parentDataProperty:"cpus",rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
if(data.memory !== undefined){
if(!(validate40(data.memory, {instancePath:instancePath+"/memory",parentData:data,parentDataProperty:"memory",rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data.net !== undefined){
if(!(validate42(data.net, {instancePath:instancePath+"/net",parentData:data,parentDataProperty:"net",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.net_backend !== undefined){
if(!(validate23(data.net_backend, {instancePath:instancePath+"/net_backend",parentData:data,parentDataProperty:"net_backend",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.gpu !== undefined){
if(!(validate42(data.gpu, {instancePath:instancePath+"/gpu",parentData:data,parentDataProperty:"gpu",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.gpu_vram !== undefined){
if(!(validate40(data.gpu_vram, {instancePath:instancePath+"/gpu_vram",parentData:data,parentDataProperty:"gpu_vram",rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data.rosetta !== undefined){
if(!(validate42(data.rosetta, {instancePath:instancePath+"/rosetta",parentData:data,parentDataProperty:"rosetta",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.cuda !== undefined){
if(!(validate42(data.cuda, {instancePath:instancePath+"/cuda",parentData:data,parentDataProperty:"cuda",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.auto_graph !== undefined){
if(!(validate42(data.auto_graph, {instancePath:instancePath+"/auto_graph",parentData:data,parentDataProperty:"auto_graph",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.docker_socket !== undefined){
if(!(validate42(data.docker_socket, {instancePath:instancePath+"/docker_socket",parentData:data,parentDataProperty:"docker_socket",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.storage !== undefined){
if(!(validate51(data.storage, {instancePath:instancePath+"/storage",parentData:data,parentDataProperty:"storage",rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
if(data.overlay !== undefined){
if(!(validate51(data.overlay, {instancePath:instancePath+"/overlay",parentData:data,parentDataProperty:"overlay",rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
if(data.block_io !== undefined){
if(!(validate23(data.block_io, {instancePath:instancePath+"/block_io",parentData:data,parentDataProperty:"block_io",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.disk_durability !== undefined){
if(!(validate23(data.disk_durability, {instancePath:instancePath+"/disk_durability",parentData:data,parentDataProperty:"disk_durability",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.ports !== undefined){
if(!(validate25(data.ports, {instancePath:instancePath+"/ports",parentData:data,parentDataProperty:"ports",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.volumes !== undefined){
if(!(validate25(data.volumes, {instancePath:instancePath+"/volumes",parentData:data,parentDataProperty:"volumes",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.init !== undefined){
if(!(validate25(data.init, {instancePath:instancePath+"/init",parentData:data,parentDataProperty:"init",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.artifact !== undefined){
if(!(validate59(data.artifact, {instancePath:instancePath+"/artifact",parentData:data,parentDataProperty:"artifact",rootData}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
if(data.pack !== undefined){
if(!(validate59(data.pack, {instancePath:instancePath+"/pack",parentData:data,parentDataProperty:"pack",rootData}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
if(data.dev !== undefined){
if(!(validate67(data.dev, {instancePath:instancePath+"/dev",parentData:data,parentDataProperty:"dev",rootData}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
}
if(data.network !== undefined){
if(!(validate155(data.network, {instancePath:instancePath+"/network",parentData:data,parentDataProperty:"network",rootData}))){
vErrors = vErrors === null ? validate155.errors : vErrors.concat(validate155.errors);
errors = vErrors.length;
}
}
if(data.branch !== undefined){
if(!(validate97(data.branch, {instancePath:instancePath+"/branch",parentData:data,parentDataProperty:"branch",rootData}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
}
if(data.fork !== undefined){
if(!(validate97(data.fork, {instancePath:instancePath+"/fork",parentData:data,parentDataProperty:"fork",rootData}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
}
if(data.health !== undefined){
if(!(validate103(data.health, {instancePath:instancePath+"/health",parentData:data,parentDataProperty:"health",rootData}))){
vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors);
errors = vErrors.length;
}
}
if(data.restart !== undefined){
if(!(validate110(data.restart, {instancePath:instancePath+"/restart",parentData:data,parentDataProperty:"restart",rootData}))){
vErrors = vErrors === null ? validate110.errors : vErrors.concat(validate110.errors);
errors = vErrors.length;
}
}
if(data.stop_on_exit !== undefined){
if(!(validate42(data.stop_on_exit, {instancePath:instancePath+"/stop_on_exit",parentData:data,parentDataProperty:"stop_on_exit",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.stop_signal !== undefined){
if(!(validate23(data.stop_signal, {instancePath:instancePath+"/stop_signal",parentData:data,parentDataProperty:"stop_signal",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.stop_timeout !== undefined){
if(!(validate51(data.stop_timeout, {instancePath:instancePath+"/stop_timeout",parentData:data,parentDataProperty:"stop_timeout",rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
if(data.auth !== undefined){
if(!(validate118(data.auth, {instancePath:instancePath+"/auth",parentData:data,parentDataProperty:"auth",rootData}))){
vErrors = vErrors === null ? validate118.errors : vErrors.concat(validate118.errors);
errors = vErrors.length;
}
}
if(data.service !== undefined){
if(!(validate121(data.service, {instancePath:instancePath+"/service",parentData:data,parentDataProperty:"service",rootData}))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate127.errors = vErrors;
return errors === 0;
}
/** Oldest first; the first that a release comes before is its own. */
export const VALIDATORS: readonly { readonly before?: string; readonly validate: Validator }[] = [{ before: '1.26.0', validate: validate22 as unknown as Validator }, { validate: validate127 as unknown as Validator }];
